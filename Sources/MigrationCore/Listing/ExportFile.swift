import FoundationEssentials
import Glibc
package import Migration
import PrivateFiles
package import SystemPackage

/// A file that a list is written to, in the place that somebody typed.
///
/// What is there already is left alone: nobody is asked before it would be lost.
package struct ExportFile: Sendable {
  /// Where it is, from the root on.
  package let path: FilePath

  /// Files take so many bytes at once, between which the writing can be called off.
  private static let part = 1 << 20

  /// The file that `name` means: a `~` at its beginning is the home, and what does not begin at the root
  /// begins in the folder that this process is in.
  package init(_ name: String, environment: [String: String]) {
    let typed = FilePath(name)
    let isAtHome = typed.isRelative && typed.components.first == "~"
    let folder =
      isAtHome
      ? UserHome.path(environment) : FilePath(FileManager.default.currentDirectoryPath)
    let rest = FilePath(root: typed.root, typed.components.dropFirst(isAtHome ? 1 : 0))
    path = folder.pushing(rest)
  }

  /// Writes a text, the whole of it or else nothing.
  ///
  /// - Throws: ``ExportFault``.
  package func write(_ text: () throws -> String) throws(ExportFault) {
    do {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
      do {
        try file.closeAfter { try Self.write(try text(), to: file) }
      } catch {
        unlink(path.string)
        throw error
      }
    } catch Errno.fileExists {
      throw .taken
    } catch is CancellationError {
      throw .calledOff
    } catch {
      throw .unwritten(reason: String(describing: error).lowercased())
    }
  }

  private static func write(_ text: String, to file: FileDescriptor) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try Task.checkCancellation()
      rest = rest.dropFirst(try file.writeAll(rest.prefix(part)))
    }
    try PrivateFiles.synchronize(file)
  }
}
