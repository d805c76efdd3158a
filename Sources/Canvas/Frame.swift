/// A picture of the whole screen: a grid of cells, and nothing of how it gets to a terminal.
package struct Frame: Equatable, Sendable {
  /// A place in a frame, from 0.
  package struct Position: Equatable, Hashable, Sendable {
    /// The line.
    package var row: Int
    /// The column.
    package var column: Int

    /// The place at `row` and `column`.
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The extent of `rows`.
  package let size: Size
  /// Whether the terminal can show ASCII only, so that nothing else is written.
  package let isASCII: Bool
  /// The lines, each exactly `size.columns` cells.
  package private(set) var rows: [[Cell]]
  /// Where the terminal's cursor is shown, for text entry; `nil` hides it.
  package var cursor: Position?

  /// A blank frame.
  package init(size: Size, isASCII: Bool = false) {
    self.size = size
    self.isASCII = isASCII
    rows = Array(repeating: Array(repeating: .blank, count: size.columns), count: size.rows)
  }

  /// Puts `cells` in the place of as many others, from `column` on; all must lie inside the frame.
  mutating func replace(row: Int, from column: Int, with cells: ArraySlice<Cell>) {
    // The line is taken out meanwhile, so that it is changed in place and looked up once.
    var line: [Cell] = []
    swap(&line, &rows[row])
    var target = column
    for cell in cells {
      line[target] = cell
      target += 1
    }
    swap(&line, &rows[row])
  }

  /// The cell at `row` and `column`, which must lie inside the frame.
  package subscript(row: Int, column: Int) -> Cell {
    get { rows[row][column] }
    set { rows[row][column] = newValue }
  }
}
