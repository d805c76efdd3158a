import Migration

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

  /// The ids of `tasks` in this order.
  func sorted(_ tasks: some Sequence<MigrationTask>) -> [TaskID] {
    // Numbers are sorted without their empty texts, which costs a third.
    if field.isText {
      return tasks.map(key(of:)).sorted(by: places(_:before:)).map(\.id)
    }
    let numbers = tasks.map { NumberKey(number: number(of: $0), id: $0.id) }
    return numbers.sorted { one, other in
      if one.number != other.number { return (one.number < other.number) != isDescending }
      return one.id > other.id
    }.map(\.id)
  }

  /// Whether `one` stands above `other`.
  func places(_ one: RowKey, before other: RowKey) -> Bool {
    if one.number != other.number { return (one.number < other.number) != isDescending }
    if one.text != other.text { return (one.text < other.text) != isDescending }
    return one.id > other.id
  }

  /// What decides about the place of `task`.
  func key(of task: MigrationTask) -> RowKey {
    field.isText
      ? RowKey(number: 0, text: text(of: task).lowercased(), id: task.id)
      : RowKey(number: number(of: task), text: "", id: task.id)
  }

  private func text(of task: MigrationTask) -> String {
    switch field {
    case .name: task.name
    case .source: task.source.shortName
    case .destination: task.destination.shortName
    case .mark, .id, .state, .progress, .speed, .left, .objects, .failed: ""
    }
  }

  private func number(of task: MigrationTask) -> Int64 {
    switch field {
    case .mark, .id: task.id.rawValue
    case .state: Int64(task.state.code)
    case .progress: task.progress.millionths
    case .speed: task.shownSpeed.rawValue
    case .left: task.shownTimeLeft?.components.seconds ?? .max
    case .objects: task.objects.total
    case .failed: task.objects.failed
    case .name, .source, .destination: 0
    }
  }
}

/// What decides about the place of a task in a table.
struct RowKey: Equatable {
  fileprivate let number: Int64
  fileprivate let text: String
  /// The task.
  let id: TaskID
}

private struct NumberKey {
  let number: Int64
  let id: TaskID
}

extension TaskField {
  fileprivate var isText: Bool { self == .name || self == .source || self == .destination }
}

extension Double {
  fileprivate var millionths: Int64 {
    isNaN ? 0 : Int64(Swift.min(Swift.max(self, 0), 1) * 1_000_000)
  }
}
