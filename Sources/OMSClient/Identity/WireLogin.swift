import Migration

/// The body of a login with a password.
struct WireLogin: Encodable, Sendable {
  private let auth: Auth

  private struct Auth: Encodable {
    let identity: Identity
    let scope: Scope
  }

  private struct Identity: Encodable {
    let methods = ["password"]
    let password: Password
  }

  private struct Password: Encodable {
    let user: User
  }

  private struct User: Encodable {
    let name: String
    let password: Secret
    let domain: Named

    private enum CodingKeys: String, CodingKey {
      case name, password, domain
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(password.reveal(), forKey: .password)
      try container.encode(domain, forKey: .domain)
    }
  }

  private struct Scope: Encodable {
    package let project: Named
  }

  private struct Named: Encodable {
    package var id: String?
    var name: String?
  }

  /// The body for `login`.
  init(_ login: Login) {
    let project: Named =
      switch login.scope {
      case .name(let name): Named(name: name)
      case .id(let id): Named(id: id)
      }
    let user = User(
      name: login.user, password: login.password, domain: Named(name: login.account))
    auth = Auth(
      identity: Identity(password: Password(user: user)), scope: Scope(project: project))
  }
}

/// What the answer to a login says about the token, which itself is in a header.
struct WireToken: Decodable {
  struct Answer: Decodable {
    let token: WireToken
  }

  let expiresAt: String?
  let issuedAt: String?
  package let project: WireProject?

  private enum CodingKeys: String, CodingKey {
    case project
    case expiresAt = "expires_at"
    case issuedAt = "issued_at"
  }
}
