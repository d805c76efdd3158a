package import Migration

/// The targets of a prompt as they were a moment ago, and what can be done to them.
package struct Review: Equatable, Sendable {
  /// One target.
  package struct Entry: Equatable, Sendable {
    /// The task, by id.
    package var target: TaskTarget
    /// The task as it was read; `nil` when it could not be.
    package var task: MigrationTask?
    /// Why nothing can be done to it; `nil` when something can.
    package var obstacle: String?
  }

  /// What will be done; a delete becomes *stop, then delete* when a target needs it.
  package private(set) var action: TaskAction
  /// All targets.
  package let entries: [Entry]

  /// The targets that something can be done to.
  package var ready: [TaskTarget] { entries.filter { $0.obstacle == nil }.map(\.target) }

  /// The targets that something can be done to, as they were read.
  var readyTasks: [MigrationTask] { entries.filter { $0.obstacle == nil }.compactMap(\.task) }

  /// Whether a start can be limited to the objects that failed, in each of the targets.
  var canLimitToFailed: Bool {
    guard case .start = action, !ready.isEmpty else { return false }
    return readyTasks.allSatisfy(\.canRetryFailedObjects)
  }

  /// Whether there is anything to ask about.
  func isPossible(in configuration: DashboardConfiguration) -> Bool {
    !ready.isEmpty && !configuration.isReadOnly
  }

  /// Exchanges all objects for those that failed, or back.
  mutating func chooseOtherObjects() {
    guard case .start(let failedOnly) = action, canLimitToFailed else { return }
    action = .start(failedOnly: !failedOnly)
  }

  /// Looks at what was read.
  ///
  /// - Parameters:
  ///   - action: What was asked for.
  ///   - targets: What it was asked for.
  ///   - readings: What was read; a target without a reading is out of reach.
  ///   - busy: Targets that an action is under way on.
  init(
    _ action: TaskAction, of targets: [TaskTarget],
    readings: [TaskID: Result<MigrationTask, APIProblem>],
    busy: Set<TaskID>
  ) {
    let tasks = targets.compactMap { try? readings[$0.id]?.get() }
    let needsStop = action == .delete && tasks.contains { action.refusal(in: $0.state) != nil }
    let plan =
      needsStop && tasks.contains { TaskAction.stopThenDelete.refusal(in: $0.state) == nil }
      ? TaskAction.stopThenDelete : action
    self.action = plan
    entries = targets.map { target in
      switch readings[target.id] {
      case .none: Entry(target: target, obstacle: "it could not be read")
      case .some(.failure(let problem)): Entry(target: target, obstacle: problem.sentence)
      case .some(.success(let task)):
        Entry(
          target: TaskTarget(id: target.id, name: task.name), task: task,
          obstacle: busy.contains(target.id)
            ? "an action on it is under way" : plan.refusal(in: task.state)?.sentence)
      }
    }
    if case .start = action, !canLimitToFailed { self.action = .start(failedOnly: false) }
  }
}

extension MigrationTask {
  /// Whether the objects that failed can be run again on their own.
  fileprivate var canRetryFailedObjects: Bool {
    state == .failed && (outcome.failedObjects?.canRetry ?? (objects.failed > 0))
  }
}
