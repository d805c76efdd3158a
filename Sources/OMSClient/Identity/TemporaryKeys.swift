public import FoundationEssentials
public import Migration
import OMSWire

/// Temporary keys that a token buys from the identity service:
/// `POST /v3.0/OS-CREDENTIAL/securitytokens`.
///
/// Nothing is asked before the first use. The keys are replaced 40 minutes before they end, and once
/// when a service refuses them.
public struct TemporaryKeys: CredentialSource {
  private let keeper: GrantKeeper

  /// Keys that have not been asked for yet.
  ///
  /// - Parameters:
  ///   - token: What gives the token, such as a ``TokenLogin``.
  ///   - endpoint: Where the identity service listens.
  ///   - lifetime: How long the keys are to be good for, 15 minutes to 24 hours.
  ///   - deadline: How long one call may take.
  ///   - now: The clock.
  public init(
    from token: any CredentialSource, at endpoint: Endpoint, lifetime: Duration = .seconds(14_400),
    deadline: Duration = .seconds(20), now: @escaping @Sendable () -> Date = { Date() }
  ) {
    let service = IdentityService(endpoint: endpoint, deadline: deadline)
    keeper = GrantKeeper(margin: .seconds(2400), now: now) { () async throws(APIProblem) in
      try await Self.ask(service, token, lifetime, now: now)
    }
  }

  /// Keys that are good for 40 minutes at least; asks for them when there are none.
  public func current() async throws(APIProblem) -> Credentials { try await keeper.current() }

  /// Keys bought anew, unless that was refused too.
  public func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials? {
    try await keeper.renewed(after: refused)
  }

  private static func ask(
    _ service: IdentityService, _ token: any CredentialSource, _ lifetime: Duration,
    now: @Sendable () -> Date
  ) async throws(APIProblem) -> Grant {
    let seconds = min(max(lifetime.components.seconds, 900), 86_400)
    let answer = try await service.ask(
      "POST", "/v3.0/OS-CREDENTIAL/securitytokens", body: .temporaryKeys(for: seconds),
      credentials: token,
      wish: .temporaryKeys)
    let given = try service.read(answer) { reader throws(WireProblem) in try reader.givenKeys() }
    guard let lifetime = IdentityTime.lifetime(until: given.expiresAt, from: nil, now: now())
    else { throw service.unreadable(answer) }
    return Grant(credentials: given.keys, lifetime: lifetime)
  }
}

/// The members of an answer with temporary keys, in either of the two shapes that services give them in.
private enum KeysMember: String, WireMember {
  case credential, credentials
  case access, secret, securitytoken, expiration
  case expiresAt = "expires_at"
  case accessKey = "accessKeyId"
  case secretKey = "secretAccessKey"
  case securityToken

  static let names = MemberNames<KeysMember> { $0.rawValue }
}

extension WireReader {
  /// What a service gave; `nil` when a part of it is missing.
  fileprivate mutating func givenKeys() throws(WireProblem) -> (
    keys: Credentials, expiresAt: String?
  )? {
    guard var members = try members(KeysMember.self) else { return nil }
    var shapes: [KeysMember: [KeysMember: String]] = [:]
    while let member = try members.next(&self) {
      shapes[member] = try keyTexts()
    }
    let texts = shapes[.credential] ?? shapes[.credentials] ?? [:]
    guard let access = texts[.access] ?? texts[.accessKey],
      let secret = texts[.secret] ?? texts[.secretKey],
      let token = texts[.securitytoken] ?? texts[.securityToken]
    else { return nil }
    let keys = StorageKeys(accessKey: access, secretKey: Secret(secret))
    return (
      .keys(keys, securityToken: Secret(token)), texts[.expiresAt] ?? texts[.expiration]
    )
  }

  private mutating func keyTexts() throws(WireProblem) -> [KeysMember: String]? {
    guard var members = try members(KeysMember.self) else { return nil }
    var texts: [KeysMember: String] = [:]
    while let member = try members.next(&self) { texts[member] = try words() }
    return texts
  }
}
