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

  /// Its extent.
  package let size: Size
  /// Whether the terminal can show ASCII only, so that nothing else is written.
  package let isASCII: Bool
  /// The cells, line after line, each line exactly `size.columns` of them.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor is shown, for text entry; `nil` hides it.
  package var cursor: Position?

  /// A blank frame.
  package init(size: Size, isASCII: Bool = false) {
    self.size = size
    self.isASCII = isASCII
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The lines.
  package var rows: [ArraySlice<Cell>] { (0..<size.rows).map(row) }

  /// One line, which must lie inside the frame.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts `cells` in the place of as many others, from `column` on; all must lie inside the frame.
  mutating func replace(row: Int, from column: Int, with cells: ArraySlice<Cell>) {
    var target = row * size.columns + column
    for cell in cells {
      self.cells[target] = cell
      target += 1
    }
  }

  /// The cell at `row` and `column`, which must lie inside the frame.
  package subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }
}
