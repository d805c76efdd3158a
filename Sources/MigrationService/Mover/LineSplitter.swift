/// Puts lines together that come in pieces; of one that is too long only the beginning is kept.
struct LineSplitter {
  private var rest: [UInt8] = []

  /// More than any line has that is meant, so that nobody's endless line fills the memory.
  private static let longest = 1 << 20

  /// Hands each line that is complete with `bytes` to `body`, without its end.
  mutating func take(
    _ bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if rest.isEmpty {
        try body(bytes[start..<end])
      } else {
        rest += bytes[start..<end]
        defer { rest = [] }
        try body(rest[...])
      }
      start = bytes.index(after: end)
    }
    rest += bytes[start...].prefix(max(0, Self.longest - rest.count))
  }

  /// Hands over what has come without an end, if there is something.
  mutating func finish(_ body: (ArraySlice<UInt8>) throws -> Void) rethrows {
    guard !rest.isEmpty else { return }
    defer { rest = [] }
    try body(rest[...])
  }
}
