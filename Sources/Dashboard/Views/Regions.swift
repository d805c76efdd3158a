import Canvas

/// Which part of the screen shows what; a function of the terminal's size and of what is open.
struct Regions {
  /// Below this there is a single line.
  static let smallest = Size(rows: 5, columns: 20)

  /// The titles and rows of the table; without a line when the detail takes its place.
  let table: Rect
  /// The task in full.
  let detail: Rect
  /// The last line.
  let footerRow: Int

  init(size: Size, isDetailOpen: Bool) {
    let middle = Rect(row: 1, column: 0, rows: size.rows - 2, columns: size.columns)
    footerRow = size.rows - 1
    var detailRows = 0
    if isDetailOpen { detailRows = size.rows >= 20 ? min(14, middle.rows / 2) : middle.rows }
    table = Rect(row: 1, column: 0, rows: middle.rows - detailRows, columns: size.columns)
    detail = Rect(row: table.end, column: 0, rows: detailRows, columns: size.columns)
  }
}

extension Size {
  /// Whether there is room for a single line only.
  var isTiny: Bool {
    rows < Regions.smallest.rows || columns < Regions.smallest.columns
  }
}

extension State {
  /// Which part of the screen shows what.
  var regions: Regions { Regions(size: size, isDetailOpen: isDetailOpen) }

  /// How many lines the titles of the table take: where the rows speak for themselves, none unless
  /// there is room for it.
  var titleRows: Int {
    let hasRoom = size.columns >= 100 && regions.table.rows >= 8
    return hasRoom || !list.table.shown.order.hasSections ? 1 : 0
  }

  /// How many lines the table shows at once, at least 1.
  var tableHeight: Int { max(1, regions.table.rows - titleRows) }
}
