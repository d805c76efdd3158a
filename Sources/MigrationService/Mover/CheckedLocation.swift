package import Migration

/// A location that rclone reads as what its owner means and as nothing else; whoever has one need not
/// ask again.
@dynamicMemberLookup
package struct CheckedLocation: Equatable, Sendable {
  /// Which side of a task a location is.
  package enum Role: String, CaseIterable, Sendable {
    case source, destination

    /// What rclone calls it, in the environment and on the command line.
    var remote: String { "ferry" + rawValue }
  }

  /// Which side it is.
  let role: Role
  /// The location as it was given.
  package let storage: StorageLocation
  /// The folder at a destination, without slashes at its ends; empty means the bucket itself.
  let folder: String

  /// Checks a location.
  ///
  /// - Throws: ``LocationProblem`` when its provider is none that can be moved here, or when the
  ///   bucket, the region or the folder cannot be meant.
  package init(_ location: StorageLocation, as role: Role) throws(LocationProblem) {
    self.role = role
    storage = location
    let check = LocationRules(location: location, role: role)
    try check.everything()
    folder = role == .destination ? try check.folder() : ""
  }

  /// What the location says.
  package subscript<Value>(dynamicMember part: KeyPath<StorageLocation, Value>) -> Value {
    storage[keyPath: part]
  }
}

/// Why a location cannot be used.
package struct LocationProblem: Error, Equatable {
  /// The part that is wrong.
  package enum Part: Sendable {
    case provider, region, bucket, key
  }

  /// Which side it is of.
  package let role: CheckedLocation.Role
  /// The part that is wrong.
  package let part: Part
  /// What is wrong with it, to follow its name: `must be an absolute directory`.
  package let words: String
}
