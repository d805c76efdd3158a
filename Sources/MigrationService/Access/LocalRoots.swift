import FoundationEssentials
import Migration
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The directories that `Local` locations may lie in.
struct LocalRoots: Sendable {
  private let roots: [FilePath]?

  /// No bounds: for callers who are the owner of the service.
  static let anywhere = LocalRoots(roots: nil)

  private init(roots: [FilePath]?) {
    self.roots = roots
  }

  /// Bounds; an empty list allows no `Local` location at all.
  init(_ directories: [FilePath]) {
    roots = directories.map { Self.resolved($0) }
  }

  /// Refuses a task with a `Local` end outside the bounds.
  func check(_ definition: TaskDefinition) throws(ServiceError) {
    guard allows(definition.source) else {
      throw ServiceError(.source, "the directory is not one that may be used")
    }
    guard allows(definition.destination) else {
      throw ServiceError(.destination, "the directory is not one that may be used")
    }
  }

  private func allows(_ location: StorageLocation) -> Bool {
    guard let roots, location.provider == "Local" else { return true }
    let parts =
      [FilePath(location.bucket)]
      + location.keys.map {
        FilePath(location.bucket).appending($0)
      }
    return parts.allSatisfy { part in
      let path = Self.resolved(part)
      return roots.contains { path.starts(with: $0) }
    }
  }

  /// The path without symbolic links; of one that is not there yet, as much as is there.
  private static func resolved(_ path: FilePath) -> FilePath {
    if let real = realpath(path.string, nil) {
      defer { free(real) }
      return FilePath(platformString: real)
    }
    guard let last = path.lastComponent else { return path }
    return resolved(path.removingLastComponent()).appending(last)
  }
}
