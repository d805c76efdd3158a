/// The extent of a screen or a region, in cells.
package struct Size: Equatable, Hashable, Sendable {
  /// Lines, at least 0.
  package var rows: Int
  /// Cells in a line, at least 0.
  package var columns: Int

  /// A size of `rows` lines of `columns` cells.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
