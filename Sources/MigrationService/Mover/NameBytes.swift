/// Names are bytes, and need not be UTF-8: a byte that is none stands in a text as a scalar of its own
/// at the end of the last private plane, where no name has any, and becomes that byte again.
enum NameBytes {
  private static let base: UInt32 = 0x10_FF00

  /// The text of a name.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    var rest = bytes
    while !rest.isEmpty {
      let valid = longestScalar(rest)
      if let valid {
        text.append(contentsOf: String(decoding: rest.prefix(valid), as: UTF8.self).unicodeScalars)
      } else if let byte = rest.first, let scalar = Unicode.Scalar(base + UInt32(byte)) {
        text.append(scalar)
      }
      rest = rest.dropFirst(valid ?? 1)
    }
    return String(text)
  }

  /// The bytes of a name.
  static func bytes(_ text: String) -> [UInt8] {
    guard isMarked(text) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      scalar.value >= base ? [UInt8(scalar.value - base)] : Array(String(scalar).utf8)
    }
  }

  /// Whether the name is no UTF-8.
  static func isMarked(_ text: String) -> Bool {
    text.utf8.contains(0xF4) && text.unicodeScalars.contains { $0.value >= base }
  }

  /// The text for people, with `\\xFF` for a byte that is none.
  static func shown(_ text: String) -> String {
    guard isMarked(text) else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      if scalar.value >= base {
        shown += "\\x" + String(scalar.value - base, radix: 16, uppercase: true)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text as others show it who know of UTF-8 alone, a run of bytes that are none as one mark.
  static func lossy(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBad = scalar.value >= base || scalar == "\u{FFFD}"
      if !isBad {
        shown.append(scalar)
      } else if shown.last != "\u{FFFD}" {
        shown.append("\u{FFFD}")
      }
    }
    return String(shown)
  }

  private static func longestScalar(_ bytes: ArraySlice<UInt8>) -> Int? {
    (1...4).first { count in
      bytes.count >= count
        && String(validating: bytes.prefix(count), as: UTF8.self)?.isEmpty == false
    }
  }
}
