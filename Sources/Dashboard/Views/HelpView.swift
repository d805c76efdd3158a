import Canvas
import Words

/// The lines of the help.
enum HelpPage {
  /// How many lines there are.
  static var lineCount: Int { CommandTable.rows.count }

  /// How many lines a window of `size` shows at once, at least 1.
  static func height(in size: Size) -> Int { max(1, size.rows - 2) }
}

/// Draws which key does what, from line `top` on.
func drawHelp(_ state: State, from top: Int, on frame: inout Frame) {
  var page = Page(width: min(52, frame.size.columns - 4), isASCII: frame.isASCII)
  let tongue = state.configuration.tongue
  for row in CommandTable.rows {
    page.addLine([
      (row.label.padded(to: 14), Style(.accent, bold: true)), (tongue.words(row.name), .plain),
    ])
  }
  let isCut = page.lines.count > HelpPage.height(in: frame.size)
  frame.drawPage(page, title: tongue.words(isCut ? .keysScroll : ScreenWord.keys), from: top)
}

extension String {
  /// The text with blanks after it, up to `width` columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns(of: self)))
  }
}
