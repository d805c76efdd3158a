/// The characters that stand behind a backslash in a JSON text.
struct TextEscapes {
  private var rest: ArraySlice<UInt8>
  private var result: [UInt8] = []
  private var isExact = true

  /// The text at `raw` of `bytes`; what means nothing there, such as bytes that are no UTF-8 or half of
  /// a surrogate pair, becomes U+FFFD.
  static func text(of raw: JSONCursor.RawText, in bytes: [UInt8]) -> String {
    guard raw.isEscaped else { return String(decoding: bytes[raw.range], as: UTF8.self) }
    return String(decoding: resolved(bytes[raw.range]).bytes, as: UTF8.self)
  }

  /// The same, or `nil` when there is something that means nothing.
  static func exactText(of raw: JSONCursor.RawText, in bytes: [UInt8]) -> String? {
    guard raw.isEscaped else { return String(validating: bytes[raw.range], as: UTF8.self) }
    let (bytes, isExact) = resolved(bytes[raw.range])
    return isExact ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// The UTF-8 of `bytes` without backslashes, and whether every escape meant something.
  private static func resolved(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], isExact: Bool) {
    var escapes = TextEscapes(rest: bytes)
    escapes.result.reserveCapacity(bytes.count)
    while let byte = escapes.rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let mark = escapes.rest.popFirst() {
        let scalar = escapes.scalar(for: mark) ?? escapes.nothing
        escapes.result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      } else {
        escapes.result.append(byte)
      }
    }
    return (escapes.result, escapes.isExact)
  }

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  /// What an escape without a meaning becomes.
  private var nothing: Unicode.Scalar {
    mutating get {
      isExact = false
      return "\u{FFFD}"
    }
  }

  private mutating func scalar(for mark: UInt8) -> Unicode.Scalar? {
    switch Unicode.Scalar(mark) {
    case "\"", "\\", "/": Unicode.Scalar(mark)
    case "b": "\u{8}"
    case "f": "\u{C}"
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "u": character()
    default: nil
    }
  }

  private mutating func character() -> Unicode.Scalar? {
    guard let first = unit() else { return nil }
    if UTF16.isLeadSurrogate(first), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      let before = rest
      rest = rest.dropFirst(2)
      if let second = unit(), UTF16.isTrailSurrogate(second) {
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
      }
      rest = before
    }
    return Unicode.Scalar(first)
  }

  private mutating func unit() -> UInt16? {
    let digits = rest.prefix(4)
    guard digits.count == 4, !digits.contains(UInt8(ascii: "+")),
      !digits.contains(UInt8(ascii: "-")),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    rest = rest.dropFirst(4)
    return unit
  }
}
