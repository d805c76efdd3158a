package import Migration

/// The targets of a prompt as they were a moment ago, and what can be done to them.
package struct Review: Equatable, Sendable {
  /// One target.
  package struct Entry: Equatable, Sendable {
    /// The task, by id.
    package var target: TaskTarget
    /// The task as it was read; `nil` when it could not be.
    package var task: MigrationTask?
    /// What the action would do to it; `nil` before it was read.
    package var preview: ActionPreview<TaskAction>?
    /// Whether an action on it is under way.
    package var isBusy = false

    /// Why nothing can be done to it; `nil` when something can.
    package var obstacle: ActionVerdict? {
      if isBusy { return .unread(APIProblem(.action(.busy), kind: .wrongState)) }
      guard let preview else { return .unread(APIProblem(.action(.unread), kind: .unreadable)) }
      return preview.steps.isEmpty ? preview.verdict : nil
    }

    /// What becomes of it without anything being sent; `nil` when something is.
    var foregoneResult: ActionResult? {
      guard let obstacle else { return nil }
      if case .unread(let problem) = obstacle {
        return ActionResult(
          id: target.id, name: target.name, outcome: .refused, problem: problem)
      }
      return preview?.foregoneResult
    }
  }

  /// What will be done; a delete becomes *stop, then delete* when a target needs it.
  package private(set) var action: TaskAction
  /// All targets.
  package let entries: [Entry]

  /// The targets that something can be done to.
  package var ready: [TaskTarget] { readyEntries.map(\.target) }

  /// The targets that something can be done to, as they were read.
  var readyTasks: [MigrationTask] { readyEntries.compactMap(\.task) }

  private var readyEntries: [Entry] { entries.filter { $0.obstacle == nil } }

  /// Whether a start can be limited to the objects that failed, in each of the targets.
  var canLimitToFailed: Bool {
    guard case .start = action, !ready.isEmpty else { return false }
    return readyTasks.allSatisfy(\.canRetryFailedObjects)
  }

  /// What there is to agree to, or `nil` when there is nothing.
  package func plan(in configuration: DashboardConfiguration) -> Plan<TaskAction>? {
    if configuration.isReadOnly { return nil }
    return Plan(
      action, readyEntries.compactMap(\.preview), on: configuration.profile,
      isProtected: configuration.isProtected)
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
      let reading = readings[target.id].map { TargetReading(id: target.id, outcome: $0) }
      let name = reading?.value?.name ?? target.name
      return Entry(
        target: TaskTarget(id: target.id, name: name), task: reading?.value,
        preview: reading.map { ActionPreview(plan, of: $0) { _ in true } },
        isBusy: busy.contains(target.id) && reading?.value != nil)
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
