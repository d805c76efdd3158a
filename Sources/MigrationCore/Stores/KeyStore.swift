package import Migration

/// An entry of the configuration that says where the keys for some places come from.
package struct KeyStore: Equatable, Sendable {
  /// Where keys come from.
  package enum Source: Equatable, Sendable {
    /// A command prints them.
    case command(KeyCommand)
    /// Variables whose names begin so: `NAME_AK`, `NAME_SK` and so on.
    case environment(String)
    /// The remote of this name in the user's own configuration of rclone.
    case remote(String)
    /// The credentials of the profile of this name.
    case profile(String)
  }

  /// The places that the keys open.
  package let match: LocationPrefix
  /// Where the keys come from.
  package let source: Source
}

extension [KeyStore] {
  /// The store whose prefix says most about `location`, if one holds it.
  package func store(for location: StorageLocation) -> KeyStore? {
    filter { $0.match.holds(location) }.reduce(nil) { best, next in
      best.map { next.match.isLonger(than: $0.match) ? next : $0 } ?? next
    }
  }
}
