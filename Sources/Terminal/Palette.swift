import CNcurses
import Canvas

/// What each tone looks like on this terminal.
struct Palette {
  /// A colour number, or `nil` for the terminal's own, and whether the text is heavier or fainter.
  struct Look: Equatable {
    var color: Int32?
    var attributes: attr_t = 0
  }

  /// By the raw value of the tone.
  private let looks: [Look]
  /// By the index of the style.
  private let attributes: [attr_t]

  /// The looks for a terminal with `colors` colours; 0 means that none are to be used.
  ///
  /// - Parameters:
  ///   - colors: The colours.
  ///   - hasReverse: Whether it can exchange foreground and background; else what would be reversed is
  ///     bold.
  init(colors: Int32, hasReverse: Bool = true) {
    let pick: (Tone) -> Look =
      switch colors {
      case 8...: { Self.themed($0, hasBright: colors >= 16) }
      default: Self.monochrome
      }
    let looks = Tone.allCases.map(pick)
    self.looks = looks
    attributes = (0..<Style.count).map(Style.init(index:)).map { style in
      var attributes = looks[Int(style.tone.rawValue)].attributes
      if style.isBold { attributes |= cn_bold }
      if style.isReversed { attributes |= hasReverse ? cn_reverse : cn_bold }
      if style.isUnderlined { attributes |= cn_underline }
      return attributes
    }
  }

  /// How `tone` looks.
  func look(_ tone: Tone) -> Look { looks[Int(tone.rawValue)] }

  /// The attributes of a cell, without its colour.
  func attributes(_ style: Style) -> attr_t { attributes[style.index] }

  /// The number of the colour pair for `tone`, 0 for the terminal's own colours.
  func pair(_ tone: Tone) -> Int32 { look(tone).color == nil ? 0 : Int32(tone.rawValue) }

  /// The colours of the user's theme, which alone knows the background: none of a fixed number is
  /// far enough from black, from white and from the greys in between.
  ///
  /// Yellow and cyan are invisible on many light themes and the darker blue on many dark ones, so
  /// they are left out.
  private static func themed(_ tone: Tone, hasBright: Bool) -> Look {
    switch tone {
    case .plain: Look()
    case .active: hasBright ? Look(color: brightBlue) : Look(attributes: cn_bold)
    case .good: Look(color: COLOR_GREEN)
    case .warning: Look(color: COLOR_MAGENTA)
    case .bad: Look(color: COLOR_RED, attributes: cn_bold)
    case .muted: Look(attributes: cn_dim)
    case .accent: Look(attributes: cn_bold)
    }
  }

  private static let brightBlue = COLOR_BLUE + 8

  private static func monochrome(_ tone: Tone) -> Look {
    switch tone {
    case .plain, .active, .good, .warning: Look()
    case .bad, .accent: Look(attributes: cn_bold)
    case .muted: Look(attributes: cn_dim)
    }
  }
}
