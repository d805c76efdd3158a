import Migration
import SystemPackage

/// Keeps a run within directories: what was so when the task was created may have changed since.
struct Confinement {
  /// The directories, without links in their paths.
  let roots: [FilePath]

  /// Refuses a look that would lead elsewhere.
  func check(look order: MoveOrder) throws(MoverProblem) {
    guard isInside(order.destination.location) else {
      throw MoverProblem(.source, "the directory is not one that may be used")
    }
  }

  /// Refuses an order that would lead elsewhere, through a link at or below one of its ends.
  ///
  /// A source's links are never followed; those at a destination are, by whoever writes there.
  func check(_ order: MoveOrder) throws(MoverProblem) {
    guard isInside(order.source.location) else {
      throw MoverProblem(.source, "the directory is not one that may be used")
    }
    guard isInside(order.destination.location) else {
      throw MoverProblem(.destination, "the directory is not one that may be used")
    }
    guard order.destination.location.provider == "Local" else { return }
    if let link = linkLeadingOut(of: FilePath(order.destination.location.bucket)) {
      throw MoverProblem(.destination, "the link “\(link)” in it leads out of what may be used")
    }
  }

  private func isInside(_ location: CheckedLocation) -> Bool {
    guard location.provider == "Local" else { return true }
    let folder = FilePath(location.bucket).appending(location.keys.first ?? "")
    return [FilePath(location.bucket), folder].allSatisfy(isInside)
  }

  private func isInside(_ path: FilePath) -> Bool {
    let path = LocalPath.resolved(path)
    return roots.contains { path.starts(with: $0) }
  }

  private func linkLeadingOut(of directory: FilePath) -> String? {
    DirectoryWalk(directory).lazy.filter { $0.kind == .link }
      .map { String(decoding: $0.name, as: UTF8.self) }
      .first { !isInside(directory.appending($0)) }
      .map(ObjectName.spell)
  }
}
