import Canvas

/// The lines of the help.
enum HelpPage {
  /// How many lines there are.
  static var lineCount: Int { KeyMap.bindings.count }

  /// How many lines a window of `size` shows at once, at least 1.
  static func height(in size: Size) -> Int { max(1, size.rows - 2) }
}

/// Draws which key does what, from line `top` on.
func drawHelp(_ state: State, from top: Int, on frame: inout Frame) {
  var page = Page(width: min(52, frame.size.columns - 4), isASCII: frame.isASCII)
  for binding in KeyMap.bindings {
    page.addLine([
      (binding.label.padded(to: 14), Style(.accent, bold: true)), (binding.words, .plain),
    ])
  }
  let isCut = page.lines.count > HelpPage.height(in: frame.size)
  frame.drawPage(page, title: isCut ? "Keys (j k scroll, Esc closes)" : "Keys", from: top)
}

extension String {
  /// The text with blanks after it, up to `count` characters.
  func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
