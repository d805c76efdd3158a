import Migration

extension TaskList {
  /// What an action is aimed at, which is what is drawn as its target: the marked tasks in the order
  /// of their ids, those of a range that is being drawn up among them, or else the one under the
  /// cursor.
  ///
  /// The range ends with that, so that the cursor can be moved without changing anything.
  mutating func takeTargets() -> [TaskTarget] {
    if anchor != nil { toggleRange() }
    let ids = marks.isEmpty ? [cursor].compactMap(\.self) : marks.sorted(by: >)
    return ids.compactMap(table.task).map { TaskTarget(id: $0.id, name: $0.name) }
  }

  /// Marks the task under the cursor, or takes its mark away.
  mutating func toggleMark() {
    guard let cursor else { return }
    if marks.remove(cursor) == nil { marks.insert(cursor) }
  }

  /// Begins a range at the cursor, or marks the one that was begun.
  mutating func toggleRange() {
    guard anchor != nil else {
      anchor = cursor
      return
    }
    marks.formUnion(table.rows[range])
    anchor = nil
  }

  /// Takes all marks away, also those of a range that was begun.
  mutating func clearMarks() {
    marks = []
    hiddenMarks = 0
    anchor = nil
  }

  /// Marks every task that the filter shows.
  mutating func markAllShown() {
    marks.formUnion(table.rows)
  }
}
