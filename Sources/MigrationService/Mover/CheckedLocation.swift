package import Migration

/// A location that rclone reads as what its owner means and as nothing else; whoever has one need not
/// ask again.
@dynamicMemberLookup
package struct CheckedLocation: Equatable, Sendable {
  /// Which side of a task a location is.
  package enum Role: String, Sendable {
    case source, destination
  }

  /// The location as it was given.
  package let storage: StorageLocation
  /// The folder at a destination, without slashes at its ends; empty means the bucket itself.
  let folder: String

  /// Checks a location.
  ///
  /// - Throws: ``LocationProblem`` when its provider is none that can be moved here, or when the
  ///   bucket, the region or the folder cannot be meant.
  package init(_ location: StorageLocation, as role: Role) throws(LocationProblem) {
    storage = location
    let check = Check(location: location)
    do throws(Check.Fault) {
      try check.everything()
      folder = role == .destination ? try check.folder() : ""
    } catch {
      throw LocationProblem(role: role, part: error.part, words: error.words)
    }
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

/// The rules.
private struct Check {
  struct Fault: Error {
    let part: LocationProblem.Part
    let words: String
  }

  let location: StorageLocation

  func everything() throws(Fault) {
    let (bucket, region) = (location.bucket, location.region)
    guard CloudProvider.isServed(location.provider) else {
      throw Fault(part: .provider, words: "is not supported")
    }
    guard !bucket.isEmpty, !bucket.utf8.contains(0) else {
      throw Fault(part: .bucket, words: "must be a usable name")
    }
    guard location.keys.allSatisfy({ !$0.utf8.contains(0) }) else {
      throw Fault(part: .key, words: "must not hold a zero byte")
    }
    switch location.provider {
    case "Local":
      guard bucket.hasPrefix("/") else {
        throw Fault(part: .bucket, words: "must be an absolute directory")
      }
      try refuseClimbing(bucket, .bucket)
    case "Rclone":
      guard isConfiguredRemote else {
        throw Fault(part: .bucket, words: "must be REMOTE:BUCKET with a configured remote")
      }
      try refuseClimbing(bucket, .bucket)
    default:
      guard !bucket.contains("/"), ![".", ".."].contains(bucket) else {
        throw Fault(part: .bucket, words: "must be the bucket's name alone")
      }
      try checkRegion(region)
    }
  }

  func folder() throws(Fault) -> String {
    let key = location.keys.first ?? ""
    let folder = String(key.drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    let names = folder.split(separator: "/", omittingEmptySubsequences: false)
    guard folder.isEmpty || !names.contains("") else {
      throw Fault(part: .key, words: "must not hold an empty name")
    }
    try refuseClimbing(folder, .key)
    return folder
  }

  /// A remote that is made up on the spot, such as `:local:/etc` or `name,option=value:`, could reach
  /// anything, and so could those that the service itself makes for each run.
  private var isConfiguredRemote: Bool {
    let parts = location.bucket.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first,
      first.isLetter || first.isNumber || first == "_",
      RcloneRemote.Role(rawValue: parts[0].lowercased()) == nil
    else { return false }
    return parts[0].allSatisfy { $0.isLetter || $0.isNumber || "_-.+@ ".contains($0) }
  }

  /// Regions become part of a host name; the endpoint of an `S3` store is a URL of its own.
  private func checkRegion(_ region: String) throws(Fault) {
    guard location.provider == "S3" else {
      let isName = region.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == 45
      }
      guard isName else { throw Fault(part: .region, words: "must be a region's name") }
      return
    }
    guard (try? S3Store(region)) != nil else {
      let form =
        "the endpoint's http or https address, perhaps with ?region=R&addressing=path|virtual"
      throw Fault(part: .region, words: "must be \(form)")
    }
  }

  private func refuseClimbing(_ path: String, _ part: LocationProblem.Part) throws(Fault) {
    guard !path.split(separator: "/").contains(where: { $0 == ".." || $0 == "." }) else {
      throw Fault(part: part, words: "must not hold . or .. as a name")
    }
  }
}
