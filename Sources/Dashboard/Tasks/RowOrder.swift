package import MigrationAPI

/// How the table is sorted.
///
/// The order is total, so that equal rows never swap places.
package struct RowOrder: Equatable, Sendable {
  /// What decides.
  package var field: TaskField
  /// Whether large comes before small.
  package var isDescending: Bool

  /// An order; without arguments the newest task first.
  package init(_ field: TaskField = .id, isDescending: Bool = true) {
    self.field = field
    self.isDescending = isDescending
  }

  /// Whether `one` stands above `other`.
  func places(_ one: TaskRow, before other: TaskRow) -> Bool {
    if one.number != other.number { return (one.number < other.number) != isDescending }
    if one.text != other.text { return (one.text < other.text) != isDescending }
    return one.id > other.id
  }

  /// The row of `task` in a table with this order.
  func row(for task: MigrationTask) -> TaskRow {
    switch field {
    case .mark, .id: TaskRow(id: task.id, number: task.id.rawValue)
    case .name: TaskRow(id: task.id, text: task.name.lowercased())
    case .source: TaskRow(id: task.id, text: task.source.shortName.lowercased())
    case .destination: TaskRow(id: task.id, text: task.destination.shortName.lowercased())
    case .state: TaskRow(id: task.id, number: Int64(task.state.code))
    case .progress: TaskRow(id: task.id, number: task.progress.millionths)
    case .speed: TaskRow(id: task.id, number: task.shownSpeed)
    case .left: TaskRow(id: task.id, number: task.shownTimeLeft?.components.seconds ?? .max)
    case .objects: TaskRow(id: task.id, number: task.objects.total)
    case .failed: TaskRow(id: task.id, number: task.objects.failed)
    }
  }
}

/// A line of the table: a task and what decides about its place.
package struct TaskRow: Equatable, Sendable {
  /// The task.
  package var id: TaskID
  fileprivate var number: Int64 = 0
  fileprivate var text = ""

  fileprivate init(id: TaskID, number: Int64 = 0, text: String = "") {
    self.id = id
    self.number = number
    self.text = text
  }
}

extension Double {
  fileprivate var millionths: Int64 {
    isNaN ? 0 : Int64(Swift.min(Swift.max(self, 0), 1) * 1_000_000)
  }
}
