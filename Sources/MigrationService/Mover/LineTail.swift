import SystemPackage

/// Reads the lines of a file that grows, each once, from its beginning on.
struct LineTail {
  private let path: FilePath
  private var offset: Int64 = 0
  private var lines = LineSplitter()

  private static let chunkSize = 1 << 18

  /// The lines of the file at `path`, which need not be there yet.
  init(_ path: FilePath) {
    self.path = path
  }

  /// The lines in the last `size` bytes of the file at `path`, which need not be there; the first of a
  /// longer one is cut.
  init(_ path: FilePath, last size: Int64) {
    self.init(path)
    offset = max(0, end - size)
  }

  /// How many bytes have been read.
  var position: Int64 { offset }

  /// How many bytes the file has now.
  var end: Int64 {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return 0
    }
    defer { try? file.close() }
    return (try? file.seek(offset: 0, from: .end)) ?? 0
  }

  /// Hands each complete line that has not been read yet to `body`, without its end.
  ///
  /// - Parameters:
  ///   - end: How many bytes of the file are read at the most.
  ///   - body: Takes a line.
  /// - Returns: Whether it stopped for want of more, not because that is enough.
  @discardableResult
  mutating func read(
    upTo end: Int64 = .max, _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows -> Bool {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return true
    }
    defer { try? file.close() }
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    while offset < end {
      let wanted = Int(min(Int64(chunk.count), end - offset))
      let count =
        (try? chunk.withUnsafeMutableBytes { buffer in
          try file.read(
            fromAbsoluteOffset: offset,
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
        }) ?? 0
      guard count > 0 else { return true }
      offset += Int64(count)
      try lines.take(chunk[..<count], body)
    }
    return false
  }
}
