public import FoundationEssentials
public import Migration
import NIOHTTP1
import OMSWire

/// Who logs in, and for which project.
public struct Login: Equatable, Sendable {
  /// The project that a token is for.
  public enum Scope: Equatable, Hashable, Sendable {
    /// By its name, which for a main project is the region.
    case name(String)
    /// By its id.
    case id(String)
  }

  /// The user's name.
  public var user: String
  /// The account's name; the owner's is that of the user.
  public var account: String
  /// The user's password.
  public var password: Secret
  /// The project.
  public var scope: Scope

  /// A login.
  public init(user: String, account: String, password: Secret, scope: Scope) {
    self.user = user
    self.account = account
    self.password = password
    self.scope = scope
  }
}

/// Tokens that a user's password buys from the identity service: `POST /v3/auth/tokens`.
///
/// Nothing is asked before the first use. A token is replaced 30 minutes before it ends, and once
/// when a service refuses it.
public struct TokenLogin: CredentialSource, ProjectSource {
  private let keeper: GrantKeeper

  /// A login that has not happened yet.
  ///
  /// - Parameters:
  ///   - login: Who logs in.
  ///   - endpoint: Where the identity service listens.
  ///   - deadline: How long one call may take.
  ///   - now: The clock.
  public init(
    _ login: Login, at endpoint: Endpoint, deadline: Duration = .seconds(20),
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    let service = IdentityService(endpoint: endpoint, deadline: deadline)
    keeper = GrantKeeper(margin: .seconds(1800), now: now) { () async throws(APIProblem) in
      try await Self.logIn(login, service, now: now)
    }
  }

  /// A token that is good for half an hour at least; logs in when there is none.
  public func current() async throws(APIProblem) -> Credentials { try await keeper.current() }

  /// A token bought anew, unless that was refused too.
  public func renewed(after refused: Credentials) async throws(APIProblem) -> Credentials? {
    try await keeper.renewed(after: refused)
  }

  /// The project that the token is for.
  public func project() async throws(APIProblem) -> IdentityProject {
    guard let project = try await keeper.grant().project else {
      throw APIProblem(.tokenWithoutProject, kind: .unreadable)
    }
    return project
  }

  private static func logIn(
    _ login: Login, _ service: IdentityService, now: @Sendable () -> Date
  ) async throws(APIProblem) -> Grant {
    let answer = try await service.ask(
      "POST", "/v3/auth/tokens", query: [("nocatalog", "")], body: .login(login),
      credentials: Credentials.none, wish: .login(user: login.user, account: login.account))
    let token = try service.read(answer) { reader throws(WireProblem) in try reader.tokenAnswer() }
    guard let text = answer.headers.first(name: "X-Subject-Token"), !text.isEmpty,
      let lifetime = IdentityTime.lifetime(
        until: token.expiresAt, from: token.issuedAt, now: now())
    else { throw service.unreadable(answer) }
    return Grant(
      credentials: .token(Secret(text)), lifetime: lifetime, project: token.project)
  }
}
