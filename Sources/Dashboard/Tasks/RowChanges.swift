import MigrationAPI

/// What a refresh did to the rows of a table, one entry a task.
struct RowChanges {
  private struct Change {
    var old: TaskRow?
    var new: TaskRow?
  }

  private var changes: [TaskID: Change] = [:]

  var isEmpty: Bool { changes.isEmpty }

  /// The rows to take out.
  var gone: [TaskRow] { changes.values.compactMap(\.old) }

  /// The rows to put in.
  var new: [TaskRow] { changes.values.compactMap(\.new) }

  /// Notes that a task's row changed; of several changes of one task the first and the last count.
  mutating func note(_ id: TaskID, from old: TaskRow?, to new: TaskRow?) {
    if changes[id] != nil {
      changes[id]?.new = new
    } else if old != new {
      changes[id] = Change(old: old, new: new)
    }
  }
}
