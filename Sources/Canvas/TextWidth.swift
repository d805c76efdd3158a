extension Unicode.Scalar {
  /// The columns that the scalar takes in a terminal: 2 for wide ones, 0 for marks that sit on the
  /// character before, and `nil` for what has no place on a screen (controls, text direction,
  /// invisible characters, unassigned numbers).
  var columns: Int? {
    if value < 0x7F { return value < 0x20 ? nil : 1 }
    // Gauges and borders are made of these; looking them up takes a sixth of a screen's time.
    if (0x2500...0x259F).contains(value) { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return nil
    case .spacingMark, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
      .otherLetter, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol, .spaceSeparator:
      if isJoiningJamo { return 0 }
      return isWide ? 2 : 1
    @unknown default: return nil
    }
  }

  /// Vowels and final consonants that complete a Korean syllable in the cell before.
  private var isJoiningJamo: Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  /// A letter that stands for half a flag; two of them fill the two columns of the flag.
  private var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  private var isWide: Bool {
    if value < 0x1100 { return false }
    if value >= 0x2329, Self.wide.contains(where: { $0.contains(value) }) { return true }
    if value < 0x1160 { return true }
    return properties.isEmojiPresentation && !isRegionalIndicator
  }

  /// The East Asian blocks of double width; single wide symbols are emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x4E00...0xA4CF, 0xAC00...0xD7A3, 0x2E80...0x303E, 0x3041...0x4DBF, 0xFF01...0xFF60,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFFE0...0xFFE6, 0xA960...0xA97C,
    0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    0x2329...0x232A,
  ]
}
