import FoundationEssentials
import Migration
import OMSClient

/// Credentials that the command of a profile prints.
///
/// It is run at the first use and again when a service no longer takes what it printed, once however
/// many ask; a command that has failed is not run again.
struct CommandCredentials: CredentialSource {
  private let keeper: GrantKeeper

  /// Longer than any program runs: only a refusal tells that keys are over.
  private static let lifetime = Duration.seconds(1_000_000_000)

  /// Credentials of `profile` that nobody has asked for yet.
  init(_ command: KeyCommand, profile: String) {
    keeper = GrantKeeper(margin: .zero, now: { Date() }) { () async throws(APIProblem) in
      do throws(KeyFault) {
        let keys = try await command.keys()
        return Grant(credentials: Credentials(keys), lifetime: Self.lifetime)
      } catch {
        throw APIProblem(
          .misconfigured(.keys(.profile(profile), error)), kind: .credentials)
      }
    }
  }

  func current() async throws(APIProblem) -> Credentials { try await keeper.current() }

  func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials? {
    try await keeper.renewed(after: refused)
  }
}

extension Credentials {
  /// Credentials that sign with `keys`, temporary ones with their token.
  init(_ keys: StorageKeys) {
    let pair = StorageKeys(accessKey: keys.accessKey, secretKey: keys.secretKey)
    self = .keys(pair, securityToken: keys.securityToken)
  }

  /// The keys that they sign with; `nil` when they do not.
  var storageKeys: StorageKeys? {
    switch self {
    case .none, .token: nil
    case .keys(let pair, let token):
      StorageKeys(
        accessKey: pair.accessKey, secretKey: pair.secretKey, securityToken: token)
    }
  }
}
