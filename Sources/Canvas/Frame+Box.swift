extension Frame {
  /// Draws a border around `rect` with a title in it and blanks what is inside.
  ///
  /// A rectangle of fewer than two lines or columns gets no border.
  ///
  /// - Parameters:
  ///   - rect: Where.
  ///   - title: The title; cut when it does not fit.
  ///   - style: How border and title look.
  /// - Returns: The room inside, with a blank column between it and the border.
  @discardableResult
  package mutating func drawBox(_ rect: Rect, title: String, style: Style = .plain) -> Rect {
    fill(rect)
    guard rect.rows >= 2, rect.columns >= 2 else { return rect }
    let line = String(repeating: "─", count: rect.columns - 2)
    write("┌" + line + "┐", row: rect.row, column: rect.column, style: style)
    write("└" + line + "┘", row: rect.end - 1, column: rect.column, style: style)
    for row in rect.row + 1..<rect.end - 1 {
      write("│", row: row, column: rect.column, style: style)
      write("│", row: row, column: rect.column + rect.columns - 1, style: style)
    }
    writeTitle(title, on: rect, style: style)
    return rect.inset(rows: 1, columns: 2)
  }

  private mutating func writeTitle(_ title: String, on rect: Rect, style: Style) {
    let room = rect.columns - 4
    guard room > 2, !title.isEmpty else { return }
    var bold = style
    bold.isBold = true
    let width = min(columns(of: title, limit: room), room - 2)
    let cells = fitted(title, width: width, style: bold, isASCII: isASCII)
    let gap = [Cell(" ", style: bold)]
    write(gap + cells + gap, row: rect.row, column: rect.column + 1)
  }
}
