import FoundationEssentials
import Migration
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files that a killed rclone leaves at a destination that is a directory: parts of objects, under
/// names that nothing looks for any more once the run is over.
struct PartialFiles {
  private let directory: FilePath

  /// Those of `order`; `nil` where the destination is no directory.
  init?(_ order: MoveOrder) {
    let location = order.destination.location
    guard location.provider == "Local" else { return nil }
    let folder = (location.keys.first ?? "").unicodeScalars.split(separator: "/")
    directory = folder.reduce(FilePath(location.bucket)) { $0.appending(String($1)) }
  }

  /// Removes the parts of objects that are of the run; what others have under way there stays.
  ///
  /// - Parameter isOfRun: Whether a run has to do with an object, by its name in rclone's spelling.
  /// - Throws: What `isOfRun` throws.
  func remove(_ isOfRun: (String) throws -> Bool) rethrows {
    for entry in DirectoryWalk(directory) where entry.kind == .file {
      guard let original = PartialName.original(NameBytes.text(entry.name[...])),
        try isOfRun(ObjectName.spell(original)) || PartialName.mayBeCut(original)
      else { continue }
      let path = Array(directory.string.utf8) + [UInt8(ascii: "/")] + entry.name
      unlink(path.map { CChar(bitPattern: $0) } + [0])
    }
  }
}
