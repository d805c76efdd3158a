package import FoundationEssentials
package import Migration
import OMSWire

/// Temporary keys that a token buys from the identity service:
/// `POST /v3.0/OS-CREDENTIAL/securitytokens`.
///
/// Nothing is asked before the first use. The keys are replaced 40 minutes before they end, and once
/// when a service refuses them.
package struct TemporaryKeys: CredentialSource {
  private let keeper: GrantKeeper

  /// Keys that have not been asked for yet.
  ///
  /// - Parameters:
  ///   - token: What gives the token, such as a ``TokenLogin``.
  ///   - endpoint: Where the identity service listens.
  ///   - lifetime: How long the keys are to be good for, 15 minutes to 24 hours.
  ///   - deadline: How long one call may take.
  ///   - now: The clock.
  package init(
    from token: any CredentialSource, at endpoint: Endpoint, lifetime: Duration = .seconds(14_400),
    deadline: Duration = .seconds(20), now: @escaping @Sendable () -> Date = { Date() }
  ) {
    let service = IdentityService(endpoint: endpoint, deadline: deadline)
    keeper = GrantKeeper(margin: .seconds(2400), now: now) { () async throws(APIProblem) in
      try await Self.ask(service, token, lifetime, now: now)
    }
  }

  package func current() async throws(APIProblem) -> Credentials { try await keeper.current() }

  package func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials? {
    try await keeper.renewed(after: refused)
  }

  private static func ask(
    _ service: IdentityService, _ token: any CredentialSource, _ lifetime: Duration,
    now: @Sendable () -> Date
  ) async throws(APIProblem) -> Grant {
    let seconds = min(max(lifetime.components.seconds, 900), 86_400)
    let answer = try await service.ask(
      "POST", "/v3.0/OS-CREDENTIAL/securitytokens", body: WireKeyRequest(seconds: seconds),
      credentials: token,
      wish: .temporaryKeys)
    let wire = try service.decode(WireTemporaryKeys.self, from: answer)
    guard let keys = wire.keys,
      let lifetime = IdentityTime.lifetime(until: wire.expiresAt, from: nil, now: now())
    else { throw service.unreadable(answer) }
    return Grant(credentials: keys, lifetime: lifetime)
  }
}

/// The body of a request for temporary keys; the token is in a header.
private struct WireKeyRequest: Encodable, Sendable {
  private let auth: [String: Identity]

  private struct Identity: Encodable {
    let methods = ["token"]
    let token: [String: Int64]
  }

  init(seconds: Int64) {
    auth = ["identity": Identity(token: ["duration_seconds": seconds])]
  }
}

/// Temporary keys, in either of the two shapes that services give them in.
private struct WireTemporaryKeys: Decodable {
  let keys: Credentials?
  let expiresAt: String?

  private enum Shapes: String, CodingKey {
    case credential, credentials
  }

  private enum CodingKeys: String, CodingKey {
    case access, secret, securitytoken, expiration
    case expiresAt = "expires_at"
    case accessKey = "accessKeyId"
    case secretKey = "secretAccessKey"
    case securityToken
  }

  init(from decoder: any Decoder) throws {
    let shapes = try decoder.container(keyedBy: Shapes.self)
    let shape: Shapes = shapes.contains(.credential) ? .credential : .credentials
    let container = try shapes.nestedContainer(keyedBy: CodingKeys.self, forKey: shape)
    func text(_ keys: CodingKeys...) -> String? {
      keys.lazy.map { container.text($0) }.first { !$0.isEmpty }
    }
    expiresAt = text(.expiresAt, .expiration)
    if let access = text(.access, .accessKey), let secret = text(.secret, .secretKey),
      let token = text(.securitytoken, .securityToken)
    {
      keys = .keys(
        StorageKeys(accessKey: access, secretKey: Secret(secret)), securityToken: Secret(token))
    } else {
      keys = nil
    }
  }
}
