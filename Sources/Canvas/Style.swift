/// What a piece of text means; the terminal decides which colour that is, if it has any.
package enum Tone: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text, in the terminal's own colours.
  case plain
  /// Something under way.
  case active
  /// Something that went well.
  case good
  /// Something that wants attention.
  case warning
  /// Something that went wrong.
  case bad
  /// Something less important than the rest.
  case muted
  /// Names of keys, titles.
  case accent
}

/// How a cell looks, in meanings rather than colours, so that it also works without colour.
///
/// One byte, which is an index as well.
package struct Style: BitwiseCopyable, Hashable, Sendable {
  private var bits: UInt8

  private static let toneBits: UInt8 = 0b0000_0111
  private static let bold: UInt8 = 0b0000_1000
  private static let reversed: UInt8 = 0b0001_0000
  private static let underlined: UInt8 = 0b0010_0000

  /// How many styles there are.
  package static let count = 64
  /// The number of the style, from 0.
  package var index: Int { Int(bits) }

  /// The meaning, shown as a colour where there is one.
  package var tone: Tone {
    get { Tone(rawValue: bits & Self.toneBits) ?? .plain }
    set { bits = bits & ~Self.toneBits | newValue.rawValue }
  }
  /// Heavier than the rest.
  package var isBold: Bool {
    get { bits & Self.bold != 0 }
    set { set(Self.bold, newValue) }
  }
  /// Foreground and background exchanged.
  package var isReversed: Bool {
    get { bits & Self.reversed != 0 }
    set { set(Self.reversed, newValue) }
  }
  /// Underlined.
  package var isUnderlined: Bool {
    get { bits & Self.underlined != 0 }
    set { set(Self.underlined, newValue) }
  }

  /// A style; without arguments the plain one.
  package init(
    _ tone: Tone = .plain, bold: Bool = false, reversed: Bool = false, underlined: Bool = false
  ) {
    bits = tone.rawValue
    isBold = bold
    isReversed = reversed
    isUnderlined = underlined
  }

  /// The style with this number, from 0 to ``count``.
  package init(index: Int) {
    bits = UInt8(index)
  }

  /// The terminal's own text.
  package static let plain = Style()

  private mutating func set(_ bit: UInt8, _ isOn: Bool) {
    bits = isOn ? bits | bit : bits & ~bit
  }
}
