/// Puts characters together whose UTF-8 comes in pieces.
///
/// Each scalar is a character of its own: how many of them make one on the screen may not depend on
/// how the link cuts them.
struct ScalarCollector {
  private var bytes: [UInt8] = []
  private var length = 0

  /// Whether a character has begun and is not complete.
  var isUnfinished: Bool { !bytes.isEmpty }

  /// Takes the next byte of text, and drops what turns out to be no UTF-8.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    let isContinuation = byte & 0b1100_0000 == 0b1000_0000
    if isContinuation, !bytes.isEmpty {
      bytes.append(byte)
    } else {
      bytes = isContinuation ? [] : [byte]
      length = Self.length(lead: byte)
    }
    guard !bytes.isEmpty, bytes.count >= length else { return nil }
    defer { bytes = [] }
    return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }

  /// Forgets what has begun.
  mutating func drop() { bytes = [] }

  /// The number of bytes in the character that begins with `lead`; 1 for what begins none.
  private static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
