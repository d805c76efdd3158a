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
package struct Style: Hashable, Sendable {
  /// The meaning, shown as a colour where there is one.
  package var tone: Tone
  /// Heavier than the rest.
  package var isBold: Bool
  /// Foreground and background exchanged.
  package var isReversed: Bool
  /// Underlined.
  package var isUnderlined: Bool

  /// A style; without arguments the plain one.
  package init(
    _ tone: Tone = .plain, bold: Bool = false, reversed: Bool = false, underlined: Bool = false
  ) {
    self.tone = tone
    isBold = bold
    isReversed = reversed
    isUnderlined = underlined
  }

  /// The terminal's own text.
  package static let plain = Style()
}
