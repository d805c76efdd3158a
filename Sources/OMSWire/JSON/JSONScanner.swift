/// Looks through a JSON text and finds its values, without making anything of them.
struct JSONScanner {
  /// Why a text is not JSON.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  /// How deep lists and objects may lie in each other.
  private static let deepest = 256

  private let bytes: [UInt8]
  private var position = 0
  private var values: [JSONDocument.Value] = []

  /// The values of the text in `bytes`.
  static func document(in bytes: [UInt8]) throws(Problem) -> JSONDocument {
    var scanner = JSONScanner(bytes)
    try scanner.scanValue(depth: 0)
    scanner.skipSpace()
    guard scanner.position == bytes.count else { throw scanner.problem("something follows") }
    return JSONDocument(bytes: bytes, values: scanner.values)
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A guess that is right for pages of tasks saves moving the values about.
    values.reserveCapacity(bytes.count / 14)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private func problem(_ words: String) -> Problem {
    Problem(description: "not JSON: \(words) at byte \(position)")
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func scanValue(depth: Int) throws(Problem) {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "{"): try scanObject(depth: depth)
    case UInt8(ascii: "["): try scanList(depth: depth)
    case UInt8(ascii: "t"): try scanWord("true", .yes)
    case UInt8(ascii: "f"): try scanWord("false", .no)
    case UInt8(ascii: "n"): try scanWord("null", .null)
    case .some: try scanNumber()
    case nil: throw problem("it ends too early")
    }
  }

  private mutating func scanWord(
    _ word: String, _ kind: JSONDocument.Value.Kind
  ) throws(Problem) {
    let end = position + word.utf8.count
    guard end <= bytes.count, word.utf8.elementsEqual(bytes[position..<end]) else {
      throw problem("a word that means nothing")
    }
    add(kind, from: position, to: end)
    position = end
  }

  private mutating func scanNumber() throws(Problem) {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    let hasLeadingZero = byte == UInt8(ascii: "0")
    guard let digits = skipDigits(), !hasLeadingZero || digits == 1 else {
      throw problem("no value")
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() != nil else { throw problem("a fraction without digits") }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() != nil else { throw problem("an exponent without digits") }
    }
    add(.number, from: start, to: position)
  }

  private mutating func skipDigits() -> Int? {
    let start = position
    while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position == start ? nil : position - start
  }

  private mutating func scanString() throws(Problem) {
    position += 1
    let start = position
    var isEscaped = false
    var hash: UInt32 = 2_166_136_261
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        var value = JSONDocument.Value(
          kind: .string, start: start, end: position, next: values.count + 1)
        value.isEscaped = isEscaped
        value.hash = hash
        values.append(value)
        position += 1
        return
      case UInt8(ascii: "\\"):
        isEscaped = true
        position += 2
      case 0..<0x20: throw problem("a control character in a text")
      default:
        hash = (hash ^ UInt32(byte)) &* 16_777_619
        position += 1
      }
    }
    throw problem("a text without an end")
  }

  private mutating func scanList(depth: Int) throws(Problem) {
    let index = try open(.list, depth: depth)
    if !skip("]") {
      repeat { try scanValue(depth: depth + 1) } while skip(",")
      guard skip("]") else { throw problem("a list without an end") }
    }
    close(index)
  }

  private mutating func scanObject(depth: Int) throws(Problem) {
    let index = try open(.object, depth: depth)
    if !skip("}") {
      repeat {
        skipSpace()
        guard byte == UInt8(ascii: "\"") else { throw problem("a member without a name") }
        try scanString()
        guard skip(":") else { throw problem("a member without a value") }
        try scanValue(depth: depth + 1)
      } while skip(",")
      guard skip("}") else { throw problem("an object without an end") }
    }
    close(index)
  }

  private mutating func open(
    _ kind: JSONDocument.Value.Kind, depth: Int
  ) throws(Problem) -> Int {
    guard depth < Self.deepest else { throw problem("too deep") }
    add(kind, from: position, to: position)
    position += 1
    return values.count - 1
  }

  private mutating func close(_ index: Int) {
    values[index].end = position
    values[index].next = values.count
  }

  private mutating func add(_ kind: JSONDocument.Value.Kind, from start: Int, to end: Int) {
    values.append(JSONDocument.Value(kind: kind, start: start, end: end, next: values.count + 1))
  }
}
