/// A filter while it is typed, and what comes back when the entry is given up.
package struct FilterEntry: Equatable, Sendable {
  /// What was typed so far.
  package var line: LineEditor
  /// The filters of before.
  var history: LineHistory
  /// The filter that there was before.
  let filter: RowFilter
  /// The place in the table that there was before.
  let place: TaskList.Place

  /// An entry that goes on with the filter of `list`.
  init(over list: TaskList, history: LineHistory) {
    line = LineEditor(list.table.filter.text, limit: RowFilter.longest)
    self.history = history
    filter = list.table.filter
    place = list.place
  }
}

extension TaskList {
  /// Where the cursor is: on what, and on which line of the screen.
  struct Place: Equatable, Sendable {
    let spot: Spot?
    let line: Int
  }

  /// Where the cursor is.
  var place: Place { Place(spot: spot, line: cursorLine - top) }
}
