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

  /// How many bytes have been read.
  var position: Int64 { offset }

  /// Hands each complete line that has not been read yet to `body`, without its end.
  mutating func read(_ body: (ArraySlice<UInt8>) throws -> Void) rethrows {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
      return
    }
    defer { try? file.close() }
    var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
    while true {
      let count =
        (try? chunk.withUnsafeMutableBytes { buffer in
          try file.read(fromAbsoluteOffset: offset, into: buffer)
        }) ?? 0
      guard count > 0 else { return }
      offset += Int64(count)
      try lines.take(chunk[..<count], body)
    }
  }
}
