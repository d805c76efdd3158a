package import FoundationEssentials
package import SystemPackage
import Glibc

extension PrivateFiles {
  /// Puts `data` in the place of a file (0600), whole or not at all; its directory (0700) is made.
  ///
  /// - Throws: `Errno`, or `CocoaError` when the directory cannot be made.
  package static func replace(_ path: FilePath, with data: Data) throws {
    let directory = path.removingLastComponent()
    try makeDirectory(directory)
    let draft = directory.appending(".\(UUID().uuidString)")
    let file = try FileDescriptor.open(
      draft, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    do {
      try file.closeAfter { _ = try file.writeAll(data) }
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
