package import Migration
import OMSWire

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

/// A project as the wire has it.
struct WireProject: Decodable {
  /// The project, or `nil` without a usable id: it becomes a part of paths.
  package let project: IdentityProject?

  private enum CodingKeys: String, CodingKey {
    case id, name, domain
    case domainID = "domain_id"
  }

  private struct Domain: Decodable {
    package let id: String
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let id = container.text(.id)
    let domain: Domain? = container.lenient(.domain)
    let isUsable =
      (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        let scalar = Unicode.Scalar(byte)
        return scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(byte))
          || scalar == "-" || scalar == "_"
      }
    project =
      isUsable
      ? IdentityProject(
        id: id, name: container.text(.name), domainID: domain?.id ?? container.text(.domainID))
      : nil
  }
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
