import Migration

/// How the table is sorted: the order that the command line knows as well, by a column of the screen.
package struct RowOrder: Equatable, Sendable {
  /// The column that decides.
  package var field: TaskField
  /// Whether large comes before small.
  package var isDescending: Bool

  /// An order; without arguments the newest task first.
  package init(_ field: TaskField = .id, isDescending: Bool = true) {
    self.field = field
    self.isDescending = isDescending
  }

  /// The same order, as the core knows it.
  var taskOrder: TaskOrder { TaskOrder(by: field.orderKey, descending: isDescending) }

  /// The ids of `tasks` in this order.
  func sorted(_ tasks: some Sequence<MigrationTask>) -> [TaskID] {
    taskOrder.sorted(tasks)
  }

  /// What decides about the place of `task`.
  func place(of task: MigrationTask) -> TaskOrder.Place { taskOrder.place(of: task) }

  /// Whether `one` stands above `other`.
  func precedes(_ one: TaskOrder.Place, _ other: TaskOrder.Place) -> Bool {
    taskOrder.precedes(one, other)
  }
}

extension TaskField {
  /// What tasks are ordered by in this column.
  fileprivate var orderKey: TaskOrder.Key {
    switch self {
    case .mark, .id: .id
    case .name: .name
    case .source: .source
    case .destination: .destination
    case .state: .state
    case .progress: .progress
    case .speed: .speed
    case .left: .left
    case .objects: .objects
    case .failed: .failed
    }
  }
}
