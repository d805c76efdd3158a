import Canvas
import FoundationEssentials
import Migration

extension State {
  /// Shows only what `text` lets through.
  mutating func filter(by text: String) {
    let filter = RowFilter(String(text.prefix(RowFilter.longest)), now: link.date)
    list.change(height: tableHeight) { $0.filter = filter }
  }

  /// Sorts the table.
  mutating func sort(by order: TaskOrder) {
    list.change(height: tableHeight) { $0.order = order }
  }

  /// Has the rows arranged when another order or filter is wanted.
  mutating func arrangeTable() -> [Effect] {
    guard list.table.waitsForArranger else { return [] }
    let request = newRequest()
    list.beginArranging(request: request)
    return [.arrange(request: request)]
  }

  /// Takes over the arranged rows, and then the keys that had to wait for them.
  mutating func arrange(_ rows: [TaskID], request: Int) -> [Effect] {
    let aim = Aim(of: self)
    list.change(height: tableHeight) { $0.arrange(rows, request: request) }
    noteRowChange(from: aim)
    guard list.table.isArranged else { return [] }
    let keys = heldKeys
    heldKeys = []
    return keys.flatMap { press($0.key, at: $0.instant) }
  }

  /// Turns the order around.
  mutating func invertOrder() {
    var order = list.table.order
    order.isDescending.toggle()
    sort(by: order)
  }

  /// Sorts by the next column that is on the screen, to the left or to the right; in between lie the
  /// sections.
  mutating func shiftOrder(by step: Int) {
    let columns = TableColumns.layout(width: size.columns, hasSections: false).placements
    let keys = [TaskOrder.Key.attention] + columns.compactMap(\.id.key)
    let index = keys.firstIndex(of: list.table.order.key) ?? 0
    sort(by: TaskOrder(naturalFor: keys[(index + step + keys.count) % keys.count]))
  }

  /// Opens the choice of what to sort by, at what it is sorted by.
  mutating func openSortMenu() {
    let keys = TaskOrder.Key.allCases
    push(.sortMenu(Menu(count: keys.count, row: keys.firstIndex(of: list.table.order.key) ?? 0)))
  }

  /// Moves the cursor to a line, after which no row moves for a while.
  mutating func moveCursor(to row: Int) {
    detailPager = Pager()
    lastMoveAt = now
    // Whoever waits for the first tasks has nothing to lose sight of.
    if !list.table.rows.isEmpty, !link.isLoading { list.hold() }
    list.move(to: row, height: tableHeight)
  }

  /// Lets rows move again when the cursor has not been moved for a while.
  mutating func releaseRows() {
    guard list.table.isHeld, lastMoveAt.map({ now - $0 >= Self.holdOff }) ?? true else { return }
    list.release(height: tableHeight)
  }

  /// How long rows stay where they are after the cursor was moved: whoever looks for a task must not
  /// lose sight of it.
  static let holdOff = Duration.seconds(2)

  /// Shows the task under the cursor in full, or the tasks that the line under it stands for.
  mutating func openDetail() {
    detailPager = Pager()
    if case .fold(let fold) = list.spot {
      list.fold(fold, false, height: tableHeight)
    } else {
      isDetailOpen = list.cursor != nil
    }
  }

  /// Has what the cursor is on or among in one line, or one by one.
  mutating func foldSection() {
    detailPager = Pager()
    guard let (fold, isFolded) = list.table.lines.fold(atStop: list.cursorRow) else { return }
    list.fold(fold, !isFolded, height: tableHeight)
  }
}
