package import Migration

/// A project, as the identity service knows it.
package struct IdentityProject: Equatable, Hashable, Sendable {
  /// The id that paths of the API have in them.
  package var id: String
  /// The name; of a region's main project it is the region.
  package var name: String
  /// The id of the account that it belongs to; empty when the answer did not say.
  package var domainID: String

  /// A project.
  package init(id: String, name: String, domainID: String = "") {
    self.id = id
    self.name = name
    self.domainID = domainID
  }
}

/// Finds out which project is meant when the user gave no id.
package protocol ProjectSource: Sendable {
  /// The project; asked for at the first call and then remembered.
  ///
  /// - Throws: ``APIProblem`` when it cannot be found out.
  func project() async throws(APIProblem) -> IdentityProject
}

/// A project that the user named by its id.
package struct KnownProject: ProjectSource {
  /// The id.
  package let id: String

  /// The project with this id.
  package init(id: String) { self.id = id }

  package func project() async throws(APIProblem) -> IdentityProject {
    IdentityProject(id: id, name: "")
  }
}
