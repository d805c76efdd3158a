/// The versions of the API that a service says it speaks.
package struct APIVersions: Equatable, Sendable {
  /// The versions, in the order of the service.
  package var all: [APIVersion]

  /// Versions; without arguments none.
  package init(_ all: [APIVersion] = []) { self.all = all }

  /// Whether the service speaks v`number`, deprecated or not.
  package func include(_ number: Int) -> Bool { all.contains { $0.number == number } }
}

/// One version of the API, as a service describes it.
package struct APIVersion: Equatable, Sendable {
  /// The version's name, such as `v2` or `v1.0`.
  package var id: String
  /// `CURRENT`, `SUPPORTED` or `DEPRECATED`; any text by the wire.
  package var status: String
  /// When it last changed, as the service writes it; may be empty.
  package var updated: String
  /// Its address, or `nil` when none is given.
  package var link: String?

  /// A version.
  package init(id: String, status: String, updated: String = "", link: String? = nil) {
    self.id = id
    self.status = status
    self.updated = updated
    self.link = link
  }

  /// The number before the point: 2 for `v2` and `v2.0`; `nil` for a name of another form.
  package var number: Int? {
    guard id.lowercased().hasPrefix("v") else { return nil }
    return Int(id.dropFirst().prefix { $0 != "." })
  }
}
