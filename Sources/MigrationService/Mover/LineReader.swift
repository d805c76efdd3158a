import SystemPackage

/// The lines of a file one after the other, without their ends; a last one without an end is none.
final class LineReader {
  private let file: FileDescriptor
  private var bytes: [UInt8] = []
  private var start = 0
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// The lines of the file at `path`.
  ///
  /// - Throws: `Errno` when it cannot be opened.
  init(_ path: FilePath) throws {
    file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
  }

  deinit { try? file.close() }

  /// The next line, or `nil` at the end.
  ///
  /// - Throws: `Errno` when the file cannot be read.
  func next() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return bytes[start..<end]
      }
      bytes.removeFirst(start)
      start = 0
      searched = bytes.count
      let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
      guard count > 0 else { return nil }
      bytes += chunk[..<count]
    }
  }
}
