import Migration
import SystemPackage

/// The places on the service's own machine that a caller may name, and the hosts that he may have read.
struct Bounds: Sendable {
  private let limits: (roots: [FilePath], remotes: Set<String>, hosts: HostBounds)?

  /// No bounds: for callers who are the owner of the service.
  static let anywhere = Bounds(limits: nil)

  private init(limits: (roots: [FilePath], remotes: Set<String>, hosts: HostBounds)?) {
    self.limits = limits
  }

  /// Bounds for callers who are not.
  ///
  /// - Parameters:
  ///   - roots: The directories that `Local` locations may lie in; none allow no such location.
  ///   - remotes: The names of the remotes that `Rclone` locations may be at; likewise.
  ///   - hosts: What the addresses of a list may lead to beside the public internet.
  init(roots: [FilePath], remotes: [String] = [], hosts: [String] = []) {
    limits = (roots.map(LocalPath.resolved), Set(remotes), HostBounds(allowing: hosts))
  }

  /// The directories that a run has to stay in; `nil` means that it may go anywhere.
  var roots: [FilePath]? { limits?.roots }

  /// Which hosts the addresses of a list may lead to; `nil` means any.
  var hosts: HostBounds? { limits?.hosts }

  /// Refuses a task with an end outside the bounds.
  func check(_ definition: TaskDefinition) throws(ServiceError) {
    guard allows(definition.source) else {
      throw ServiceError(.sourceInvalid, Self.words(definition.source))
    }
    guard allows(definition.destination) else {
      throw ServiceError(.destinationInvalid, Self.words(definition.destination))
    }
    if let file = definition.listFile {
      var place = definition.destination.holding(file)
      place.keys = [file.key]
      guard allows(place) else { throw ServiceError(.sourceInvalid, Self.words(place)) }
    }
  }

  private static func words(_ location: StorageLocation) -> String {
    location.provider == "Local"
      ? "the directory is not one that may be used" : "the remote is not one that may be used"
  }

  /// Whether a location is within the bounds.
  func allows(_ location: StorageLocation) -> Bool {
    guard let limits else { return true }
    switch location.provider {
    case "Local": return Self.allows(location, in: limits.roots)
    case "Rclone":
      let name = location.bucket.prefix { $0 != ":" }
      return limits.remotes.contains(String(name))
    default: return true
    }
  }

  private static func allows(_ location: StorageLocation, in roots: [FilePath]) -> Bool {
    let parts =
      [FilePath(location.bucket)] + location.keys.map { FilePath(location.bucket).appending($0) }
    return parts.allSatisfy { part in
      let path = LocalPath.resolved(part)
      return roots.contains { path.starts(with: $0) }
    }
  }
}
