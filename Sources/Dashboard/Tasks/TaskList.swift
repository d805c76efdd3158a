package import Migration

/// The table with the cursor, the marks and the part of it that is on the screen.
///
/// Cursor and marks are ids: rows that come, go or move take neither along.
package struct TaskList: Equatable, Sendable {
  /// The tasks.
  package private(set) var table: TaskTable
  /// The task under the cursor; `nil` when none is shown.
  package private(set) var cursor: TaskID?
  /// Where the cursor is in `table.rows`; 0 when there is none.
  package private(set) var cursorRow = 0
  /// The row at the top of the screen.
  package private(set) var top = 0
  /// The marked tasks, shown or not.
  package internal(set) var marks: Set<TaskID> = []
  /// How many of the marked tasks the filter hides.
  package internal(set) var hiddenMarks = 0
  /// Where a range of marks begins that is being drawn up.
  package internal(set) var anchor: TaskID?
  /// Where the cursor goes once the rows are arranged, unless it is moved before.
  private var wayBack: Place?

  /// An empty list.
  package init(filter: RowFilter = RowFilter()) {
    table = TaskTable(filter: filter)
  }

  /// The task under the cursor.
  package var current: MigrationTask? { cursor.flatMap(table.task) }

  /// The rows between the anchor and the cursor, both included; empty without an anchor.
  package var range: Range<Int> {
    guard let anchor, let other = table.index(of: anchor) else { return 0..<0 }
    return min(other, cursorRow)..<max(other, cursorRow) + 1
  }

  private var shownMarks: Int {
    // A task takes longer to unpack than an id to look up.
    marks.count < table.rows.count / 16
      ? marks.count(where: table.shows) : table.rows.count(where: marks.contains)
  }

  /// Moves the cursor to `row`, or as near as there are rows, and keeps it on a screen of `height`
  /// rows.
  mutating func move(to row: Int, height: Int) {
    wayBack = nil
    place(at: row, height: height)
  }

  private mutating func place(at row: Int, height: Int) {
    cursorRow = min(max(row, 0), max(0, table.rows.count - 1))
    cursor = table.rows.isEmpty ? nil : table.rows[cursorRow]
    reveal(height: height)
  }

  /// Moves the cursor back to where it was once the rows are arranged, unless that task is no longer
  /// shown then.
  mutating func move(backTo place: Place, height: Int) {
    wayBack = place
    goBack(height: height)
  }

  private mutating func goBack(height: Int) {
    guard table.isArranged, let place = wayBack else { return }
    wayBack = nil
    guard let row = place.cursor.flatMap(table.index) else { return }
    top = row - place.line
    self.place(at: row, height: height)
  }

  /// Notes that the work of arranging the rows has begun.
  mutating func beginArranging(request: Int) { table.beginArranging(request: request) }

  /// Scrolls as little as brings the cursor onto a screen of `height` rows, without leaving room
  /// below the last task that could show one.
  mutating func reveal(height: Int) {
    let height = max(1, height)
    top = min(max(top, cursorRow - height + 1), cursorRow)
    top = max(0, min(top, table.rows.count - height))
  }

  /// Changes the table while the cursor stays with its task, on its line of the screen; when the
  /// task is no longer shown, the one that takes its place gets the cursor.
  mutating func change(height: Int, _ body: (inout TaskTable) -> Void) {
    let old = current
    let line = cursorRow - top
    body(&table)
    let row = cursor.flatMap(table.index) ?? old.map(table.insertionIndex) ?? 0
    if top > 0 || row >= height { top = row - line }
    self.place(at: row, height: height)
    goBack(height: height)
    if let anchor, table.index(of: anchor) == nil { self.anchor = nil }
    if !marks.allSatisfy(table.has) { marks = marks.filter(table.has) }
    hiddenMarks = table.shown.filter.isEmpty || marks.isEmpty ? 0 : marks.count - shownMarks
  }
}
