package import SystemPackage

/// Where credentials come from; it holds nothing that nobody may see.
package enum CredentialOrigin: Equatable, Sendable, CustomStringConvertible {
  /// A Unix socket needs none.
  case socket
  /// The program had them already.
  case given
  /// `FERRY_AUTH_TOKEN`.
  case token
  /// The SDKs' environment variables.
  case environment
  /// The SDKs' credentials file.
  case sdkFile(FilePath)
  /// A login of this user, whose password is in `FERRY_IAM_PASSWORD` or is asked for.
  case login(user: String, isAsked: Bool)

  /// Whether the first call logs in, which is not done for nothing.
  package var isLogin: Bool {
    if case .login = self { true } else { false }
  }

  package var description: String {
    switch self {
    case .socket: "none needed"
    case .given: "given"
    case .token: "FERRY_AUTH_TOKEN"
    case .environment: "HUAWEICLOUD_SDK_AK and _SK"
    case .sdkFile(let path): "\(path)"
    case .login(let user, false): "login of '\(user)'"
    case .login(let user, true): "login of '\(user)', password asked"
    }
  }
}
