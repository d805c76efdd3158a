package import SystemPackage
import FoundationEssentials
import Glibc

/// A file of lines that several programs add to, for its owner alone.
///
/// A line is written whole, and on a line of its own also behind one that a crash or a full disk cut
/// short, so that such a line costs nothing but itself. Whoever adds takes a shared lock; whoever
/// rewrites the file takes an exclusive one, so that no line gets lost in a file that is replaced.
package struct LineFile: Sendable {
  /// Where it is.
  package let path: FilePath

  /// The file in `path`; it (0600) and its directory (0700) are made when the first line is added.
  package init(path: FilePath) {
    self.path = path
  }

  /// Adds a line, or several with line ends between them, and has it written to the disk.
  ///
  /// - Returns: The size of the file with it, in bytes.
  /// - Throws: `Errno`, or ``UnmadeDirectory``.
  @discardableResult
  package func append(_ line: some Sequence<UInt8>) throws -> Int64 {
    try PrivateFiles.makeDirectory(path.removingLastComponent())
    return try withFile(LOCK_SH, [.create, .append]) { file in
      let size = try file.seek(offset: 0, from: .end)
      var last: [UInt8] = [Self.lineEnd]
      if size > 0 { try file.readExactly(into: &last, from: size - 1) }
      let bytes = (last == [Self.lineEnd] ? [] : [Self.lineEnd]) + Array(line) + [Self.lineEnd]
      _ = try file.writeAll(bytes)
      try PrivateFiles.synchronize(file)
      return size + Int64(bytes.count)
    } ?? 0
  }

  /// Reads lines from the last one on.
  ///
  /// - Returns: What `body` returns, or `nil` when there is no file.
  /// - Throws: `Errno`, and what `body` throws.
  package func withLinesFromEnd<Value>(
    _ body: (inout LinesFromEnd) throws -> Value
  ) throws -> Value? {
    let file: FileDescriptor
    do {
      file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      return nil
    }
    return try file.closeAfter {
      var lines = LinesFromEnd(of: file, size: try file.seek(offset: 0, from: .end))
      return try body(&lines)
    }
  }

  /// Puts a file in its place that has only some of its lines, in their order.
  ///
  /// - Parameter choose: Says where the lines are that are kept.
  /// - Returns: Whether that was done; not when somebody else has the file just now.
  /// - Throws: `Errno`, and what `choose` throws; then the file is as it was.
  @discardableResult
  package func keep(_ choose: (inout LinesFromEnd) throws -> [Range<Int64>]) throws -> Bool {
    try withFile(LOCK_EX | LOCK_NB, []) { file in
      var lines = LinesFromEnd(of: file, size: try file.seek(offset: 0, from: .end))
      let kept = try choose(&lines).sorted { $0.lowerBound < $1.lowerBound }
      try PrivateFiles.replace(path) { draft in
        for range in kept { try Self.copy(range, from: file, to: draft) }
      }
      return true
    } ?? false
  }

  private static let lineEnd = UInt8(ascii: "\n")

  private static func copy(
    _ range: Range<Int64>, from file: FileDescriptor, to draft: FileDescriptor
  ) throws {
    var offset = range.lowerBound
    while offset < range.upperBound {
      var part = [UInt8](repeating: 0, count: Int(min(range.upperBound - offset, 1 << 20)))
      try file.readExactly(into: &part, from: offset)
      _ = try draft.writeAll(part)
      offset += Int64(part.count)
    }
    _ = try draft.writeAll([lineEnd])
  }

  /// Opens the file and locks it; `nil` when it is locked and that is not waited for, or when it is
  /// not there and not to be made.
  private func withFile<Value>(
    _ lock: Int32, _ options: FileDescriptor.OpenOptions,
    _ body: (FileDescriptor) throws -> Value
  ) throws -> Value? {
    while true {
      let file: FileDescriptor
      do {
        file = try FileDescriptor.open(
          path, .readWrite, options: options.union(.closeOnExec), permissions: .ownerReadWrite)
      } catch Errno.noSuchFileOrDirectory where !options.contains(.create) {
        return nil
      }
      let result: Value?? = try file.closeAfter {
        while flock(file.rawValue, lock) != 0 {
          let reason = Errno(rawValue: errno)
          if reason == .wouldBlock { return .some(nil) }
          guard reason == .interrupted else { throw reason }
        }
        // While the lock was waited for, another file may have come in this one's place.
        let own = try file.stat().inode
        guard (try? path.stat())?.inode == own else { return nil }
        return try body(file)
      }
      if let result { return result }
    }
  }
}
