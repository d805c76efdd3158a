/// At which end of its field a text stands.
package enum Alignment: Hashable, Sendable {
  /// At the left; what is left over stays blank at the right.
  case leading
  /// At the right.
  case trailing
}

extension Frame {
  /// Writes `text` as far as there is room.
  ///
  /// - Parameters:
  ///   - text: The text; see ``layOut(_:style:isASCII:limit:)`` for what is shown of it.
  ///   - row: The line; outside the frame nothing is written.
  ///   - column: The first column; parts outside the frame are cut off.
  ///   - style: How it looks.
  /// - Returns: The column after the text.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain
  ) -> Int {
    let room = max(0, size.columns - column)
    return write(
      layOut(text, style: style, isASCII: isASCII, limit: room), row: row, column: column)
  }

  /// Writes `text` into a field of exactly `width` columns: padded, or cut with an ellipsis.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - row: The line.
  ///   - column: The first column.
  ///   - width: Columns, at least 0.
  ///   - alignment: Where a text stands that is shorter than the field.
  ///   - style: How text and padding look.
  package mutating func writeField(
    _ text: String, row: Int, column: Int, width: Int,
    alignment: Alignment = .leading, style: Style = .plain
  ) {
    let cells = fitted(
      text, width: width, alignment: alignment, style: style, isASCII: isASCII)
    write(cells, row: row, column: column)
  }

  /// Puts `cells` side by side and returns the column after them; what is outside is cut off.
  ///
  /// A wide character of which one half would be lost, at an edge or underneath, becomes blanks.
  @discardableResult
  package mutating func write(_ cells: [Cell], row: Int, column: Int) -> Int {
    let end = column + cells.count
    let first = max(0, column)
    let last = min(size.columns, end) - 1
    guard (0..<size.rows).contains(row), first <= last else { return end }
    blankHalves(row: row, first: first, last: last)
    replace(row: row, from: first, with: cells[first - column...last - column])
    if self[row, first].width == 0 { self[row, first] = blank(like: self[row, first]) }
    if self[row, last].width == 2 { self[row, last] = blank(like: self[row, last]) }
    return end
  }

  /// Puts `cell`, which must take one column, everywhere in `rect`.
  package mutating func fill(_ rect: Rect, with cell: Cell = .blank) {
    let line = Array(repeating: cell, count: rect.columns)
    for row in rect.row..<rect.end { write(line, row: row, column: rect.column) }
  }

  /// Blanks the halves outside `first...last` of wide characters that are about to be overwritten.
  private mutating func blankHalves(row: Int, first: Int, last: Int) {
    if self[row, first].width == 0, first > 0 {
      self[row, first - 1] = blank(like: self[row, first - 1])
    }
    if self[row, last].width == 2, last + 1 < size.columns {
      self[row, last + 1] = blank(like: self[row, last + 1])
    }
  }

  private func blank(like cell: Cell) -> Cell { Cell(" ", style: cell.style) }
}

/// A text in exactly `width` cells: padded, or cut with an ellipsis.
///
/// - Parameters:
///   - text: The text.
///   - width: Columns; a negative number counts as 0.
///   - alignment: Where a text stands that is shorter than the field.
///   - style: How text and padding look.
///   - isASCII: Whether everything outside ASCII is replaced by something in it.
/// - Returns: Exactly `width` cells.
package func fitted(
  _ text: String, width: Int, alignment: Alignment = .leading,
  style: Style = .plain, isASCII: Bool = false
) -> [Cell] {
  let width = max(0, width)
  var cells = layOut(text, style: style, isASCII: isASCII, limit: width + 1)
  if cells.count > width {
    cells = cut(cells, to: width)
    if width > 0 {
      cells = cut(cells, to: width - 1)
      cells.append(Cell(isASCII ? "~" : "…", style: style))
    }
  }
  guard cells.count < width else { return cells }
  let padding = repeatElement(Cell(" ", style: style), count: width - cells.count)
  switch alignment {
  case .leading: cells.append(contentsOf: padding)
  case .trailing: cells.insert(contentsOf: padding, at: 0)
  }
  return cells
}
