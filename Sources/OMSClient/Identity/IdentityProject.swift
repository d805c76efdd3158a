public import Migration

/// A project, as the identity service knows it.
public struct IdentityProject: Equatable, Hashable, Sendable {
  /// The id that paths of the API have in them.
  public var id: String
  /// The name; of a region's main project it is the region.
  public var name: String
  /// The id of the account that it belongs to; empty when the answer did not say.
  public var domainID: String

  /// A project.
  public init(id: String, name: String, domainID: String = "") {
    self.id = id
    self.name = name
    self.domainID = domainID
  }
}

/// Finds out which project is meant when the user gave no id.
public protocol ProjectSource: Sendable {
  /// The project; asked for at the first call and then remembered.
  ///
  /// - Throws: `APIProblem` when it cannot be found out.
  func project() async throws(APIProblem) -> IdentityProject
}

/// A project that the user named by its id.
public struct KnownProject: ProjectSource {
  /// The id.
  public let id: String

  /// The project with this id.
  public init(id: String) { self.id = id }

  /// The project with the id that is known, without a name.
  public func project() async throws(APIProblem) -> IdentityProject {
    IdentityProject(id: id, name: "")
  }
}
