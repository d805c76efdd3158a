import Canvas

/// Which part of the screen shows what; a function of the terminal's size and of what is open.
struct Regions {
  /// Below this there is a single line.
  static let smallest = Size(rows: 5, columns: 20)

  /// The line with the graph of the speed; `nil` where rows are worth more.
  let graphRow: Int?
  /// What a newcomer is told; without a line for everybody else, and where rows are worth more.
  let welcome: Rect
  /// The titles and rows of the table; without a line when the detail takes its place.
  let table: Rect
  /// The task in full.
  let detail: Rect
  /// The last line.
  let footerRow: Int

  /// The parts of a screen of `size`.
  ///
  /// - Parameters:
  ///   - size: The size of the terminal.
  ///   - isDetailOpen: Whether somebody has opened the task in full.
  ///   - hasRows: Whether there is anything that could be shown in full.
  ///   - welcomeRows: How many lines a newcomer is told.
  init(size: Size, isDetailOpen: Bool, hasRows: Bool = true, welcomeRows: Int = 0) {
    graphRow = size.hasRoomForGraph ? 1 : nil
    footerRow = size.rows - 1
    let below = graphRow == nil ? 1 : 2
    welcome = Rect(
      row: below, column: 0, rows: size.rows >= 16 ? welcomeRows : 0, columns: size.columns)
    let top = welcome.end
    let rows = max(0, size.rows - 1 - top)
    if size.showsDetailAtRight, hasRows {
      let columns = min(76, size.columns * 2 / 5)
      table = Rect(row: top, column: 0, rows: rows, columns: size.columns - columns - 1)
      detail = Rect(row: top, column: size.columns - columns, rows: rows, columns: columns)
      return
    }
    let isBeside = size.rows >= 20
    let open = isBeside ? min(14, rows / 2) : rows
    let detailRows = isDetailOpen ? open : size.showsDetail && hasRows ? min(12, rows / 3) : 0
    table = Rect(row: top, column: 0, rows: rows - detailRows, columns: size.columns)
    detail = Rect(row: table.end, column: 0, rows: detailRows, columns: size.columns)
  }
}

extension Size {
  /// Whether there is room for a single line only.
  var isTiny: Bool {
    rows < Regions.smallest.rows || columns < Regions.smallest.columns
  }

  fileprivate var hasRoomForGraph: Bool { rows >= 24 }

  /// Whether the task under the cursor is shown in full beside the table.
  var showsDetailAtRight: Bool { columns >= 160 && rows >= 12 }

  /// Whether the task under the cursor is shown in full without being asked for.
  var showsDetail: Bool { rows >= 36 || showsDetailAtRight }
}

extension State {
  /// Which part of the screen shows what.
  var regions: Regions {
    Regions(
      size: size, isDetailOpen: isDetailOpen, hasRows: list.spot != nil,
      welcomeRows: welcome.count)
  }

  /// Whether the task under the cursor is shown in full.
  var isDetailShown: Bool {
    isDetailOpen || size.showsDetail && !size.isTiny && list.spot != nil
  }

  /// How many lines the titles of the table take: where the rows speak for themselves, none unless
  /// there is room for it.
  var titleRows: Int {
    let hasRoom = regions.table.columns >= 90 && regions.table.rows >= 8
    return hasRoom || !list.table.shown.order.hasSections ? 1 : 0
  }

  /// How many lines the table shows at once, at least 1.
  var tableHeight: Int { max(1, regions.table.rows - titleRows) }
}
