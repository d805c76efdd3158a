/// The versions of the API that a service says it speaks.
public struct APIVersions: Equatable, Sendable {
  /// The versions, in the order of the service.
  public var all: [APIVersion]

  /// Versions; without arguments none.
  public init(_ all: [APIVersion] = []) { self.all = all }

  /// Whether the service speaks v`number`, deprecated or not.
  public func include(_ number: Int) -> Bool { all.contains { $0.number == number } }
}

/// One version of the API, as a service describes it.
public struct APIVersion: Equatable, Sendable {
  /// The version's name, such as `v2` or `v1.0`.
  public var id: String
  /// `CURRENT`, `SUPPORTED` or `DEPRECATED`; any text by the wire.
  public var status: String
  /// When it last changed, as the service writes it; may be empty.
  public var updated: String
  /// Its address, or `nil` when none is given.
  public var link: String?

  /// A version.
  public init(id: String, status: String, updated: String = "", link: String? = nil) {
    self.id = id
    self.status = status
    self.updated = updated
    self.link = link
  }

  /// The number before the point: 2 for `v2` and `v2.0`; `nil` for a name of another form.
  public var number: Int? {
    guard id.lowercased().hasPrefix("v") else { return nil }
    return Int(id.dropFirst().prefix { $0 != "." })
  }
}
