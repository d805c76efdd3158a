import Glibc
import SystemPackage

/// A file of lines that is written bit by bit and is under its name once it is whole.
final class DraftFile {
  /// How many lines it has.
  private(set) var count: Int64 = 0
  private let path: FilePath
  private let draft: FilePath
  private let descriptor: FileDescriptor
  private var waiting: [UInt8] = []

  private static let most = 1 << 16

  /// An empty file that will be at `path`, for the owner alone.
  ///
  /// - Throws: `Errno` when it cannot be made.
  init(_ path: FilePath) throws {
    self.path = path
    draft = FilePath(path.string + ".new")
    descriptor = try FileDescriptor.open(
      draft, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
  }

  deinit { try? descriptor.close() }

  /// Adds a line, without its end.
  ///
  /// - Throws: `Errno` when it cannot be written.
  func add(_ line: some Sequence<UInt8>) throws {
    waiting += line
    waiting.append(UInt8(ascii: "\n"))
    count += 1
    if waiting.count >= Self.most { try flush() }
  }

  /// Puts the file, which is whole, under its name.
  ///
  /// - Throws: `Errno` when it cannot be written.
  func finish() throws {
    try flush()
    guard rename(draft.string, path.string) == 0 else { throw Errno(rawValue: errno) }
  }

  private func flush() throws {
    _ = try descriptor.writeAll(waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
