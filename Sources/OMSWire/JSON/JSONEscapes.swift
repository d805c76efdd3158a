/// The characters that stand behind a backslash in a JSON text.
enum JSONEscapes {
  /// The UTF-8 of `bytes` without backslashes.
  ///
  /// An escape that means nothing, such as half of a surrogate pair, becomes U+FFFD.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let mark = rest.popFirst() {
        result += UTF8.encode(scalar(for: mark, &rest)) ?? UTF8.encodedReplacementCharacter
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func scalar(
    for mark: UInt8, _ rest: inout ArraySlice<UInt8>
  ) -> Unicode.Scalar {
    switch Unicode.Scalar(mark) {
    case "\"", "\\", "/": Unicode.Scalar(mark)
    case "b": "\u{8}"
    case "f": "\u{C}"
    case "n": "\n"
    case "r": "\r"
    case "t": "\t"
    case "u": character(&rest)
    default: "\u{FFFD}"
    }
  }

  private static func character(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar {
    guard let first = unit(&rest) else { return "\u{FFFD}" }
    if UTF16.isLeadSurrogate(first), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      var further = rest.dropFirst(2)
      if let second = unit(&further), UTF16.isTrailSurrogate(second) {
        rest = further
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
      }
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
    let digits = rest.prefix(4)
    guard digits.count == 4,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    rest = rest.dropFirst(4)
    return unit
  }
}
