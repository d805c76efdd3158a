package import Migration

/// What decides which tasks are shown, and where.
struct Arrangement: Equatable, Sendable {
  /// How they are sorted.
  var order = TaskOrder.sections
  /// Which they are.
  var filter = RowFilter()

  /// Whether the same tasks are shown in the same order, whatever the words.
  func showsSame(as other: Arrangement) -> Bool {
    order == other.order && filter.showsSame(as: other.filter)
  }
}

/// Finds the rows of a table anew, from all of its tasks: for a long table a work of its own, beside
/// which keys are taken and frames are drawn.
package struct Arranger: Sendable {
  /// Up to so many tasks are arranged in less time than a frame takes.
  private static let few = 2000

  let tasks: PackedTasks
  let arrangement: Arrangement

  /// Whether that takes so long that a key might have to wait.
  package var isLong: Bool { tasks.count > Self.few }

  /// The tasks that are shown, in order; `nil` when nobody wants to know any more.
  package func rows() -> [TaskID]? {
    let rows = arrangement.filter.ids(of: tasks, in: arrangement.order)
    return Task.isCancelled ? nil : rows
  }
}
