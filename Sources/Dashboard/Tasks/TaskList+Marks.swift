import Migration

extension TaskList {
  /// What an action is aimed at, which is what is drawn as its target: the marked tasks in the order
  /// of their ids, those of a range that is being drawn up among them, or else the one under the
  /// cursor, or all that the line under the cursor stands for.
  ///
  /// The range ends with that, so that the cursor can be moved without changing anything.
  mutating func takeTargets() -> [TaskTarget] {
    if anchor != nil { toggleRange() }
    let ids = marks.isEmpty ? idsUnderCursor[...] : marks.sorted(by: >)[...]
    return ids.compactMap(table.task).map { TaskTarget(id: $0.id, name: $0.name) }
  }

  /// All tasks that a filter lets through, shown or not, the newest first.
  func targets(of filter: RowFilter) -> [TaskTarget] {
    filter.ids(of: table.tasks, in: .newestFirst).compactMap(table.task).map {
      TaskTarget(id: $0.id, name: $0.name)
    }
  }

  /// The task under the cursor, or all that the line under the cursor stands for.
  var idsUnderCursor: [TaskID] { Array(table.rows[table.lines.rows(atStop: cursorRow)]) }

  /// Marks what is under the cursor, or takes its mark away when all of it is marked.
  mutating func toggleMark() {
    let ids = idsUnderCursor
    if ids.allSatisfy(marks.contains) {
      marks.subtract(ids)
    } else {
      marks.formUnion(ids)
    }
  }

  /// Begins a range at the cursor, or marks the one that was begun.
  mutating func toggleRange() {
    guard anchor != nil else {
      anchor = spot
      return
    }
    for stop in range { marks.formUnion(table.rows[table.lines.rows(atStop: stop)]) }
    anchor = nil
  }

  /// Takes all marks away, also those of a range that was begun.
  mutating func clearMarks() {
    marks = []
    anchor = nil
  }

  /// Marks every task that the filter shows.
  mutating func markAllShown() {
    marks.formUnion(table.rows)
  }
}
