package import FoundationEssentials
package import SystemPackage
import Glibc

extension PrivateFiles {
  /// Puts `data` in the place of a file (0600), whole or not at all; its directory (0700) is made.
  ///
  /// - Throws: `Errno`, or ``UnmadeDirectory``.
  package static func replace(_ path: FilePath, with data: Data) throws {
    try replace(path) { _ = try $0.writeAll(data) }
  }

  /// The same with what `write` writes, which is on the disk before it takes the file's place.
  ///
  /// - Throws: `Errno`, ``UnmadeDirectory``, and what `write` throws.
  package static func replace(_ path: FilePath, by write: (FileDescriptor) throws -> Void) throws {
    let directory = path.removingLastComponent()
    try makeDirectory(directory)
    let draft = directory.appending(".\(UUID().uuidString)")
    let file = try FileDescriptor.open(
      draft, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    do {
      try file.closeAfter {
        try write(file)
        try synchronize(file)
      }
      guard rename(draft.string, path.string) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(draft.string)
      throw error
    }
  }

  /// Whether somebody beside the owner may read or write a file.
  ///
  /// - Throws: `Errno` when it is not there.
  package static func isOpenToOthers(_ path: FilePath) throws -> Bool {
    !(try path.stat().permissions.isDisjoint(with: [
      .groupRead, .groupWrite, .otherRead, .otherWrite,
    ]))
  }
}
