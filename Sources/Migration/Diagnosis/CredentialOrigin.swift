/// Where credentials come from; it holds nothing that nobody may see.
package enum CredentialOrigin: Equatable, Sendable {
  /// A Unix socket needs none.
  case socket
  /// The program had them already.
  case given
  /// `FERRY_AUTH_TOKEN`.
  case token
  /// The SDKs' environment variables.
  case environment
  /// The SDKs' credentials file.
  case sdkFile(path: String)
  /// A login of this user, whose password is in `FERRY_IAM_PASSWORD` or is asked for.
  case login(user: String, isAsked: Bool)

  /// The command of this profile, which prints keys.
  case command(profile: String)
  /// Temporary keys that a token buys; where the token comes from.
  indirect case temporaryKeys(by: CredentialOrigin)

  /// Whether the first call logs in, buys keys or runs a command, which is not done for nothing.
  package var isObtained: Bool {
    switch self {
    case .login, .command, .temporaryKeys: true
    case .socket, .given, .token, .environment, .sdkFile: false
    }
  }
}
