import CNcurses
package import Canvas
import Glibc

extension Screen {
  /// Shows `frame`.
  ///
  /// Only rows that differ from those shown are looked at, and ncurses sends no more than what
  /// changed in them; an equal frame costs no output at all.
  ///
  /// - Returns: Whether anything was sent.
  @discardableResult
  package func present(_ frame: Frame) -> Bool {
    guard mode == .active, frame != shown else { return false }
    let rows = min(frame.size.rows, size.rows)
    for row in 0..<rows where !isShown(frame.row(row), at: row, of: frame.size) {
      put(frame.row(row), row: row)
    }
    shown = frame
    atOnce {
      place(frame.cursor)
      cn_refresh()
    }
    return true
  }

  /// Sends the whole screen anew, in case another program wrote on it.
  package func repaint() {
    guard mode == .active else { return }
    cn_send_everything()
    atOnce(cn_refresh)
  }

  private func isShown(_ cells: ArraySlice<Cell>, at row: Int, of size: Size) -> Bool {
    guard let shown, shown.size == size else { return false }
    return shown.row(row) == cells
  }

  private func put(_ cells: ArraySlice<Cell>, row: Int) {
    let columns = min(cells.count, size.columns)
    for (column, cell) in zip(0..<columns, cells) where cell.width > 0 {
      var cell = cell
      if cell.width > 1 {
        // ncurses would move a wide character that does not fit to the next line.
        if column + 1 == columns {
          cell = Cell(" ", style: cell.style)
        } else {
          // The locale may take it for narrow: then the second column must not keep old text.
          put(Cell(" ", style: cell.style), row: row, column: column + 1)
        }
      }
      put(cell, row: row, column: column)
    }
  }

  private func put(_ cell: Cell, row: Int, column: Int) {
    let (style, pair) = (palette.attributes(cell.style), palette.pair(cell.style.tone))
    if let scalar = cell.scalar {
      cn_put_one(Int32(row), Int32(column), wchar_t(bitPattern: scalar.value), style, pair)
    } else {
      let text = cell.character.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) } + [0]
      cn_put(Int32(row), Int32(column), text, style, pair)
    }
  }

  /// Says where the next refresh leaves the cursor, which nobody sees where there is none.
  func place(_ cursor: Frame.Position?) {
    guard let cursor, cursor.row < size.rows, cursor.column < size.columns else {
      cn_hide_cursor()
      return
    }
    cn_show_cursor(Int32(cursor.row), Int32(cursor.column))
  }
}
