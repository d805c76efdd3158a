import SystemPackage

/// The lines of a file from the last to the first; only as much of it is read as is asked for.
package struct LinesFromEnd {
  /// A line that is not empty.
  package struct Line {
    /// Its bytes, without the line end.
    package let bytes: ArraySlice<UInt8>
    /// Where they are in the file.
    package let range: Range<Int64>
  }

  private let file: FileDescriptor
  /// What was read and not handed out yet, which begins at `start` in the file.
  private var unread: [UInt8] = []
  private var start: Int64

  private static let part: Int64 = 1 << 16

  init(of file: FileDescriptor, size: Int64) {
    self.file = file
    start = size
  }

  /// The next line towards the beginning, or `nil` when there is none.
  ///
  /// - Throws: `Errno` when the file cannot be read.
  package mutating func next() throws -> Line? {
    while true {
      if let end = unread.lastIndex(of: UInt8(ascii: "\n")) {
        if let line = take(from: end + 1, and: 1) { return line }
      } else if start > 0 {
        try readMore()
      } else {
        return take(from: 0, and: 0)
      }
    }
  }

  /// Takes the bytes from `index` on, and as many before them that are no part of a line.
  private mutating func take(from index: Int, and before: Int) -> Line? {
    let bytes = unread[index...]
    unread.removeLast(bytes.count + before)
    guard !bytes.isEmpty else { return nil }
    let offset = start + Int64(index)
    return Line(bytes: bytes, range: offset..<(offset + Int64(bytes.count)))
  }

  // A long line is read in parts that double, so that it is searched a few times and not many.
  private mutating func readMore() throws {
    let count = min(start, max(Self.part, Int64(unread.count)))
    var more = [UInt8](repeating: 0, count: Int(count))
    try file.readExactly(into: &more, from: start - count)
    unread = more + unread
    start -= count
  }
}

extension FileDescriptor {
  /// Fills `buffer` with what stands at `offset`.
  ///
  /// - Throws: `Errno`; ``Errno/ioError`` when the file ends before the buffer is full.
  func readExactly(into buffer: inout [UInt8], from offset: Int64) throws {
    var filled = 0
    while filled < buffer.count {
      let count = try buffer.withUnsafeMutableBytes { bytes in
        try read(
          fromAbsoluteOffset: offset + Int64(filled),
          into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
      }
      guard count > 0 else { throw Errno.ioError }
      filled += count
    }
  }
}
