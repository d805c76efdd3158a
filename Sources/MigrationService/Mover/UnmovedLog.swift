import FoundationEssentials
import Migration
import SystemPackage

/// A file of objects that grows while a run lasts, and is read again at its end.
final class UnmovedLog {
  /// The first object that was added, by its name as rclone spells it.
  private(set) var first: UnmovedObject?
  private let file: UnmovedFile
  private let descriptor: FileDescriptor
  private var lines: UnmovedLines

  /// An empty file `name` in `directory`, whatever an earlier process has put into it.
  ///
  /// - Throws: `Errno` when it cannot be made.
  init(_ name: String, in directory: FilePath) throws {
    let path = directory.appending(name)
    file = UnmovedFile(path)
    descriptor = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
    lines = UnmovedLines(descriptor)
  }

  deinit { try? descriptor.close() }

  /// How many were added.
  var count: Int { lines.count }

  /// Adds an object by its name as rclone spells it.
  ///
  /// - Throws: `Errno` when it cannot be written.
  func add(_ name: String, _ reason: String = "") throws {
    try lines.add(name, reason)
    if first == nil { first = UnmovedObject(name, reason) }
  }

  /// The file with all that was added so far.
  ///
  /// - Throws: `Errno` when it cannot be written.
  func written() throws -> UnmovedFile {
    try lines.flush()
    return file
  }
}
