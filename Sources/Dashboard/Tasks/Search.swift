import Migration

/// What somebody looks for with `n` and `N`: what a filter let through that is gone by now.
struct Search: Equatable, Sendable {
  /// The filter.
  let filter: RowFilter
  /// The tasks that it lets through; `nil` when that was never worked out.
  private(set) var found: Set<TaskID>?

  /// A search for what the filter of `table` lets through, which is what it shows.
  init(_ table: TaskTable) {
    filter = table.filter
    found = table.isArranged ? Set(table.rows) : nil
  }

  /// Takes in what became of some tasks.
  mutating func look(at tasks: [MigrationTask]) {
    let passes = filter.matcher()
    for task in tasks {
      if passes(task) { found?.insert(task.id) } else { found?.remove(task.id) }
    }
  }

  /// Forgets a task that is gone.
  mutating func forget(_ id: TaskID) { found?.remove(id) }
}

extension TaskList {
  /// The next task from the cursor on, in steps of `step`, all around, that the filter lets through or
  /// else the last one did.
  func nextMatch(step: Int) -> TaskID? {
    let filter = table.filter.isEmpty ? table.search?.filter : table.filter
    let passes = filter?.matcher() ?? { _ in false }
    let found = table.filter.isEmpty ? table.search?.found : nil
    if let found, found.count < table.rows.count / 16 { return nearest(of: found, step: step) }
    let count = table.lines.stopCount
    return (1...count).lazy.compactMap { distance in
      let stop = (cursorRow + step * distance + count) % count
      return table.rows[table.lines.rows(atStop: stop)].first { id in
        found?.contains(id) ?? table.task(id).map(passes) ?? false
      }
    }.first
  }

  /// Few tasks are looked up faster than all rows are gone through.
  private func nearest(of found: Set<TaskID>, step: Int) -> TaskID? {
    let count = table.lines.stopCount
    let places = found.compactMap { id -> (distance: Int, row: Int)? in
      guard let row = table.index(of: id), let stop = table.lines.stop(ofRow: row) else {
        return nil
      }
      let distance = (step * (stop - cursorRow) + count) % count
      return (distance == 0 ? count : distance, row)
    }
    return places.min { $0 < $1 }.map { table.rows[$0.row] }
  }
}
