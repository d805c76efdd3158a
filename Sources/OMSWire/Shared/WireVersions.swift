package import Migration

/// A list of versions, or the one version that was asked for.
package struct WireVersions: Decodable {
  package let versions: APIVersions

  private enum CodingKeys: String, CodingKey { case versions }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let entries =
      container.contains(.versions)
      ? try container.decode([WireVersion].self, forKey: .versions)
      : [try WireVersion(from: decoder)]
    versions = APIVersions(entries.map(\.version))
  }
}

/// One version.
private struct WireVersion: Decodable {
  let version: APIVersion

  private struct Link: Decodable { let href: String }

  private enum CodingKeys: String, CodingKey { case id, links, status, updated }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    version = APIVersion(
      id: try container.decode(String.self, forKey: .id), status: container.text(.status),
      updated: container.text(.updated),
      link: container.lenient([Link].self, .links)?.first?.href)
  }
}
