/// A part of a frame, in cells.
package struct Rect: Equatable, Hashable, Sendable {
  /// The first line, from 0.
  package var row: Int
  /// The first column, from 0.
  package var column: Int
  /// Lines, at least 0.
  package var rows: Int
  /// Columns, at least 0.
  package var columns: Int

  /// A part that begins at `row` and `column`; negative extents become 0.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a frame of `size`.
  package init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// The line after the last one.
  package var end: Int { row + rows }

  /// What is left when `rows` lines go at the top and bottom, `columns` at the left and right.
  package func inset(rows: Int, columns: Int) -> Rect {
    Rect(
      row: row + rows, column: column + columns, rows: self.rows - 2 * rows,
      columns: self.columns - 2 * columns)
  }

  /// A part of `rows` lines and `columns` columns in the middle of this one, cut to fit.
  package func centred(rows: Int, columns: Int) -> Rect {
    let height = min(rows, self.rows)
    let width = min(columns, self.columns)
    return Rect(
      row: row + (self.rows - height) / 2, column: column + (self.columns - width) / 2,
      rows: height, columns: width)
  }
}
