import Words

/// A page of help as the parser lays it out, in the language of this run and as wide as the terminal.
struct HelpPage {
  /// The page.
  let text: String

  /// As wide as no terminal is: the parser counts characters, where terminals count cells.
  static let unbroken = 1 << 20

  /// Puts what is said in this language in the place of what the parser says by itself, and breaks
  /// lines; the example stays on one, so that it can be copied.
  ///
  /// - Parameters:
  ///   - page: The page, with no line broken.
  ///   - width: The columns of the terminal.
  init(_ page: String, width: Int) {
    let tongue = Spoken.tongue
    let own = tongue.helpFrame.reduce(page) { $0.replacing($1.english, with: $1.own) }
    text = own.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line in
        line.hasPrefix(tongue.example) ? [String(line)] : HelpLine(line).wrapped(to: width)
      }
      .joined(separator: "\n")
  }

  /// The columns to write a page for, where the terminal does not say.
  static var usualWidth: Int {
    Environment.current["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }
}
