import Migration

/// Which tasks a list is of, and which part of it.
struct TaskList: Equatable, Sendable {
  /// In which version the tasks are answered.
  var version: APIGeneration
  /// Only tasks in one of these states; `nil` means any.
  var states: [TaskState]?
  /// Only tasks of this group.
  var group: TaskGroupID?
  /// Only tasks whose names hold this.
  var name: String?
  /// How many to pass over.
  var start: Int
  /// The most to return.
  var limit: Int
}

extension TaskState {
  /// The states that v1 shows as `state`, where what is stopping still runs; `nil` means any.
  static func shown(inV1 state: TaskState?) -> [TaskState]? {
    state.map { $0 == .running ? [.running, .stopping] : [$0] }
  }
}
