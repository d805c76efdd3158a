import Canvas

/// A sequence that begins with `ESC [`.
struct ControlSequence {
  /// What a byte made of the sequence.
  enum Outcome {
    /// More is to come.
    case unfinished
    /// The byte does not belong to it.
    case broken
    /// A key, or `nil` for one that means nothing here.
    case finished(Key?)
    /// Three bytes of a mouse report follow.
    case mouse
    /// Pasted text follows.
    case pasteBegins
  }

  private var parameters: [UInt8] = []
  private var isLinuxFunctionKey = false

  /// More than any key has; the rest of a longer sequence is swallowed too.
  private static let limit = 16

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) -> Outcome {
    if isLinuxFunctionKey {
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) else { return .broken }
      return .finished(.function(Int(byte - UInt8(ascii: "A")) + 1))
    }
    switch byte {
    case UInt8(ascii: "["):
      guard parameters.isEmpty else { return .finished(nil) }
      isLinuxFunctionKey = true
      return .unfinished
    case UInt8(ascii: "$") where parameters.last.map(Self.isDigit) == true && !isPrivate:
      // rxvt ends keys with Shift in this way, where the standard has something follow.
      return .finished(key(final: UInt8(ascii: "~")))
    case 0x20...0x3F:
      if parameters.count < Self.limit { parameters.append(byte) }
      return .unfinished
    case UInt8(ascii: "M") where parameters.isEmpty: return .mouse
    case UInt8(ascii: "~") where parameters.elementsEqual("200".utf8): return .pasteBegins
    case 0x40...0x7E: return .finished(key(final: byte))
    default: return .broken
    }
  }

  /// The key; modifiers, which follow the first number, make no difference here.
  private func key(final: UInt8) -> Key? {
    guard !isPrivate, parameters.count < Self.limit else { return nil }
    let number = parameters.prefix(while: Self.isDigit).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    switch final {
    // rxvt ends keys with Control, and with both, in these two.
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"): return KeyNames.numbered(number)
    // Any other number makes it a report, such as where the cursor is.
    default: return number <= 1 ? KeyNames.lettered(final) : nil
    }
  }

  /// Whether it begins with `< = > ?`, which keys never do.
  private var isPrivate: Bool {
    parameters.first.map { (0x3C...0x3F).contains($0) } ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
