/// A place in a JSON text, which only moves forward: it is passed the bytes, and looks at each once.
///
/// It takes what RFC 8259 allows, with a mark of the byte order before it. Whatever is not JSON is an
/// error with its place.
struct JSONCursor: Sendable {
  /// How deep lists and objects may lie in each other.
  private static let deepest = 512

  /// The next byte.
  private(set) var position = 0
  private var depth = 0

  /// A cursor at the beginning of `bytes`.
  init(_ bytes: [UInt8]) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// A cursor at `position`, where a value begins.
  init(at position: Int) { self.position = position }

  /// The error for a text that breaks `rule` here.
  func problem(_ rule: String) -> WireProblem { WireProblem(.notJSON(rule), at: position) }

  /// Goes to the first byte of the next value.
  ///
  /// - Returns: The value's kind; that of a number is a guess until it is read.
  mutating func kind(_ bytes: [UInt8]) throws(WireProblem) -> JSONKind {
    skipSpace(bytes)
    guard position < bytes.count else { throw problem("it ends too early") }
    return switch bytes[position] {
    case UInt8(ascii: "\""): .text
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .list
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// Goes behind the next value, whatever it is.
  mutating func skip(_ bytes: [UInt8]) throws(WireProblem) {
    switch try kind(bytes) {
    case .text: _ = try text(bytes)
    case .number: _ = try number(bytes)
    case .bool: _ = try bool(bytes)
    case .null: try null(bytes)
    case .list:
      try open()
      var isFirst = true
      while try hasNext(bytes, before: UInt8(ascii: "]"), &isFirst) { try skip(bytes) }
    case .object:
      try open()
      var isFirst = true
      while try nextName(bytes, &isFirst) != nil { try skip(bytes) }
    }
  }

  /// Goes into the object or list whose bracket is next.
  mutating func open() throws(WireProblem) {
    guard depth < Self.deepest else { throw problem("too deep") }
    depth += 1
    position += 1
  }

  /// Goes to the next element or member, or out behind the bracket that ends them.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - bracket: What ends the elements.
  ///   - isFirst: Whether there was none before; it is reset.
  /// - Returns: Whether there is one.
  /// - Throws: ``WireProblem`` where neither follows.
  mutating func hasNext(
    _ bytes: [UInt8], before bracket: UInt8, _ isFirst: inout Bool
  ) throws(WireProblem) -> Bool {
    skipSpace(bytes)
    guard position < bytes.count else { throw problem("it ends too early") }
    if bytes[position] == bracket {
      position += 1
      depth -= 1
      return false
    }
    if isFirst {
      isFirst = false
    } else if bytes[position] == UInt8(ascii: ",") {
      position += 1
    } else {
      throw problem("neither a comma nor an end")
    }
    return true
  }

  /// Goes behind the name of the next member and its colon, or out of the object.
  ///
  /// - Returns: The name, or `nil` at the end of the object.
  mutating func nextName(
    _ bytes: [UInt8], _ isFirst: inout Bool
  ) throws(WireProblem) -> RawName? {
    guard try hasNext(bytes, before: UInt8(ascii: "}"), &isFirst) else { return nil }
    skipSpace(bytes)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw problem("a member without a name")
    }
    let name = try name(bytes)
    skipSpace(bytes)
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      throw problem("a member without a value")
    }
    position += 1
    return name
  }

  /// Makes sure that nothing but blanks follows.
  mutating func finish(_ bytes: [UInt8]) throws(WireProblem) {
    skipSpace(bytes)
    guard position == bytes.count else { throw problem("something follows") }
  }

  /// Goes behind the same bytes as those at `earlier`, if they follow: a text, list or object that
  /// was read there says the same here.
  mutating func passRepetition(of earlier: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard position + earlier.count <= bytes.count else { return false }
    for offset in 0..<earlier.count
    where bytes[earlier.lowerBound + offset] != bytes[position + offset] {
      return false
    }
    position += earlier.count
    return true
  }

  private mutating func skipSpace(_ bytes: [UInt8]) {
    while position < bytes.count, bytes[position] <= 0x20 {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  /// Moves to `place`, which lies ahead; for the readers of single values.
  mutating func move(to place: Int) { position = place }
}
