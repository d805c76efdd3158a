import Migration
import OMSWire

/// What the answer to a login says about the token, which itself is in a header.
struct TokenAnswer: Sendable {
  /// When the token ends, as it is written.
  var expiresAt: String?
  /// When it was given, as it is written.
  var issuedAt: String?
  /// The project that it is for; `nil` without a usable one.
  var project: IdentityProject?
}

/// The members of answers about tokens and projects, on all levels.
private enum ProjectMember: String, WireMember {
  case token, projects, project, id, name, domain
  case domainID = "domain_id"
  case expiresAt = "expires_at"
  case issuedAt = "issued_at"

  static let names = MemberNames<ProjectMember> { $0.rawValue }
}

extension WireReader {
  /// The answer to a login.
  mutating func tokenAnswer() throws(WireProblem) -> TokenAnswer? {
    guard var members = try members(ProjectMember.self) else { return nil }
    var token: TokenAnswer?
    while let member = try members.next(&self) {
      if member == .token { token = try self.token() }
    }
    return required(token, .token, of: members)
  }

  /// Projects; one without a usable id is none.
  mutating func projects() throws(WireProblem) -> [IdentityProject]? {
    guard var members = try members(ProjectMember.self) else { return nil }
    var projects: [IdentityProject]?
    while let member = try members.next(&self) {
      guard member == .projects else { continue }
      projects = try entries { reader throws(WireProblem) in try reader.project() }
    }
    return required(projects, .projects, of: members)
  }

  private mutating func token() throws(WireProblem) -> TokenAnswer? {
    guard var members = try members(ProjectMember.self) else { return nil }
    var token = TokenAnswer()
    while let member = try members.next(&self) {
      switch member {
      case .expiresAt: token.expiresAt = try text()
      case .issuedAt: token.issuedAt = try text()
      case .project: token.project = try project()
      case .token, .projects, .id, .name, .domain, .domainID: break
      }
    }
    return token
  }

  private mutating func project() throws(WireProblem) -> IdentityProject? {
    guard var members = try members(ProjectMember.self) else { return nil }
    var project = IdentityProject(id: "", name: "")
    var domain: String?
    while let member = try members.next(&self) {
      switch member {
      case .id: project.id = try text() ?? ""
      case .name: project.name = try text() ?? ""
      case .domainID: project.domainID = try text() ?? ""
      case .domain: domain = try self.domain()
      case .token, .projects, .project, .expiresAt, .issuedAt: break
      }
    }
    if let domain { project.domainID = domain }
    return project.hasUsableID ? project : nil
  }

  /// The id of an account.
  private mutating func domain() throws(WireProblem) -> String? {
    guard var members = try members(ProjectMember.self) else { return nil }
    var id: String?
    while let member = try members.next(&self) {
      if member == .id { id = try text() }
    }
    return id
  }
}

extension IdentityProject {
  /// Whether the id can be a part of paths.
  fileprivate var hasUsableID: Bool {
    (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        let scalar = Unicode.Scalar(byte)
        return scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte))
          || scalar == "-" || scalar == "_"
      }
  }
}
