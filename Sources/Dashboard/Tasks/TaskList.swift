package import Migration

/// The table with the cursor, the marks and the part of it that is on the screen.
///
/// Cursor and marks are ids: rows that come, go or move take neither along.
package struct TaskList: Equatable, Sendable {
  /// The tasks.
  package private(set) var table: TaskTable
  /// What the cursor is on; `nil` when nothing is shown.
  package private(set) var spot: Spot?
  /// Which of the lines that the cursor can stand on it is on, from 0; 0 when there is none.
  package private(set) var cursorRow = 0
  /// The line at the top of the window.
  package private(set) var top = 0
  /// The marked tasks, shown or not.
  package internal(set) var marks: Set<TaskID> = [] { didSet { countMarks() } }
  /// How many of the marked tasks the filter hides.
  package private(set) var hiddenMarks = 0
  /// How many of the tasks that one line stands for are marked, where it is any.
  private(set) var foldMarks: [Fold: Int] = [:]
  /// Where a range of marks begins that is being drawn up.
  package internal(set) var anchor: Spot?
  /// Where the cursor goes once the rows are arranged, unless it is moved before.
  private var wayBack: Place?

  /// An empty list.
  package init(filter: RowFilter = RowFilter()) {
    table = TaskTable(filter: filter)
  }

  /// The task under the cursor; `nil` as well where one line stands for several.
  package var cursor: TaskID? { if case .task(let id) = spot { id } else { nil } }

  /// The task under the cursor.
  package var current: MigrationTask? { cursor.flatMap(table.task) }

  /// The line of the cursor.
  var cursorLine: Int { table.lines.line(ofStop: cursorRow) }

  /// The stops between the anchor and the cursor, both included; empty without an anchor.
  var range: Range<Int> {
    guard let anchor, let other = table.stop(of: anchor) else { return 0..<0 }
    return min(other, cursorRow)..<max(other, cursorRow) + 1
  }

  /// The tasks from the anchor to the cursor.
  var rangeIDs: [TaskID] { range.flatMap { table.rows[table.lines.rows(atStop: $0)] } }

  /// Counts the marks anew, which is done when something has changed and never for a frame.
  private mutating func countMarks() {
    (hiddenMarks, foldMarks) = (0, [:])
    guard !marks.isEmpty else { return }
    if !table.shown.filter.isEmpty { hiddenMarks = marks.count - shownMarks }
    for part in table.lines.parts {
      guard case .fold(let fold) = part.content else { continue }
      let count = markCount(of: part.rows)
      foldMarks[fold] = count == 0 ? nil : count
    }
  }

  private var shownMarks: Int {
    // A task takes longer to unpack than an id to look up.
    marks.count < table.rows.count / 16
      ? marks.count(where: table.shows) : table.rows.count(where: marks.contains)
  }

  /// How many of the tasks that a line stands for are marked.
  private func markCount(of rows: Range<Int>) -> Int {
    if marks.count < rows.count / 16 {
      return marks.count { table.index(of: $0).map(rows.contains) ?? false }
    }
    return table.rows[rows].count(where: marks.contains)
  }

  /// Moves the cursor to `row`, or as near as there are lines for it, and keeps it in a window of
  /// `height` lines.
  mutating func move(to row: Int, height: Int) {
    wayBack = nil
    let chosen = rangeIDs
    place(at: row, height: height)
    endRange(over: chosen) { !$0.isAnchorShown }
  }

  /// Remembers what the filter lets through, to be looked for once it is gone.
  mutating func rememberFilter() {
    if !table.filter.isEmpty { table.search = Search(table) }
  }

  /// Lets no row move until ``release(height:)``, as the cursor was moved just now.
  mutating func hold() { table.isHeld = true }

  /// Lets rows move again.
  mutating func release(height: Int) {
    change(height: height) { $0.settle() }
  }

  private mutating func place(at row: Int, height: Int) {
    cursorRow = min(max(row, 0), max(0, table.lines.stopCount - 1))
    spot = table.spot(atStop: cursorRow)
    table.keep(cursor)
    if let spot, let stop = table.stop(of: spot) { cursorRow = stop }
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
    guard let row = place.spot.flatMap(table.stop) else { return }
    top = table.lines.line(ofStop: row) - place.line
    self.place(at: row, height: height)
  }

  /// Takes what is known for what was, until it is told anew.
  mutating func expectAnew() { table.expectAnew() }

  /// Forgets the work of arranging the rows, whose answer will come to nobody.
  mutating func forgetArranging() { table.arranging = nil }

  /// Notes that the work of arranging the rows has begun.
  mutating func beginArranging(request: Int) { table.beginArranging(request: request) }

  /// Folds what one line can stand for, with the cursor on that line, or shows its tasks, with the
  /// cursor on the first.
  mutating func fold(_ fold: Fold, _ isFolded: Bool, height: Int) {
    endRange(over: rangeIDs) { _ in true }
    spot = .fold(fold)
    table.keep(nil)
    change(height: height) { $0.fold(fold, isFolded) }
  }

  /// Scrolls as little as brings the cursor into a window of `height` lines, without leaving room
  /// below the last line that could show one.
  mutating func reveal(height: Int) {
    let height = max(1, height)
    let line = cursorLine
    // The header of a section covers what is at the top of the window.
    let isCovered = height > 1 && table.lines.head(ofLine: line).map { $0.line < line } ?? false
    top = min(max(top, line - height + 1), isCovered ? line - 1 : line)
    top = max(0, min(top, table.lines.count - height))
  }

  /// Changes the table while the cursor stays with its task, on its line of the screen; when the
  /// task is no longer shown, the one that takes its place gets the cursor.
  mutating func change(height: Int, _ body: (inout TaskTable) -> Void) {
    let (old, chosen) = (current, rangeIDs)
    let line = cursorLine - top
    let version = table.version
    body(&table)
    let row =
      spot.flatMap(table.stop) ?? old.map(table.insertionIndex).flatMap(table.lines.stop)
      ?? (spot == nil ? 0 : cursorRow)
    let new = table.lines.line(ofStop: row)
    if top > 0 || new >= height { top = new - line }
    self.place(at: row, height: height)
    goBack(height: height)
    // Tasks that move would take a range along, onto others that nobody has chosen.
    endRange(over: chosen) { !$0.isAnchorShown || $0.rangeIDs != chosen }
    guard table.version != version else { return }
    if marks.allSatisfy(table.has) { countMarks() } else { marks = marks.filter(table.has) }
  }

  /// Marks what a range that is being drawn up has chosen, in place of it, where that is so.
  private mutating func endRange(over chosen: [TaskID], where isSo: (TaskList) -> Bool) {
    guard anchor != nil, isSo(self) else { return }
    marks.formUnion(chosen)
    anchor = nil
  }

  /// Whether the anchor has a line of its own, not one that stands for others too.
  private var isAnchorShown: Bool {
    anchor.map { anchor in table.stop(of: anchor).flatMap(table.spot) == anchor } ?? false
  }
}
