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
  mutating func sort(by order: RowOrder) {
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
    list.change(height: tableHeight) { $0.arrange(rows, request: request) }
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

  /// Sorts by the next column that is on the screen, to the left or to the right.
  mutating func shiftOrder(by step: Int) {
    let fields = TableColumns.layout(width: size.columns).placements.map(\.id)
      .filter { $0 != .mark }
    guard !fields.isEmpty else { return }
    let index = fields.firstIndex(of: list.table.order.field) ?? 0
    sort(by: RowOrder(naturalFor: fields[(index + step + fields.count) % fields.count]))
  }

  /// Opens the choice of a column to sort by, at the one that it is sorted by.
  mutating func openSortMenu() {
    overlay = .sortMenu(row: TaskField.sortable.firstIndex(of: list.table.order.field) ?? 0)
  }

  /// Moves the cursor to the next task, in steps of `step`, that the filter lets through or the last
  /// one did.
  mutating func findMatch(step: Int) {
    let filter = list.table.filter.isEmpty ? lastFilter : list.table.filter
    let rows = list.table.rows
    guard let filter, !rows.isEmpty else {
      notice = Notice(.info, "There was no filter yet; / begins one.")
      return
    }
    let distance = (1...rows.count).first { distance in
      let row = rows[(list.cursorRow + step * distance + rows.count) % rows.count]
      return list.table.task(row).map(filter.matches) ?? false
    }
    guard let distance else {
      notice = Notice(.info, "No task matches \"\(filter.text)\".")
      return
    }
    let row = (list.cursorRow + step * distance + rows.count) % rows.count
    list.move(to: row, height: tableHeight)
  }
}

extension RowOrder {
  /// The order in which a column is looked at first: the largest amounts, the smallest words.
  init(naturalFor field: TaskField) {
    switch field {
    case .mark, .id, .progress, .speed, .objects, .failed: self.init(field, isDescending: true)
    case .name, .source, .destination, .state, .left: self.init(field, isDescending: false)
    }
  }
}
