import Migration

/// A stop that was accepted, of a task that the service may call running for a while yet.
struct AcceptedStop: Equatable, Sendable {
  /// What was stopped: this run of the task.
  let seen: Seen<MigrationTask>
  /// When the stop was accepted, from the opening of the dashboard.
  var since: Duration
  /// The state that the service told last.
  var told: TaskState

  /// How long the service may go on calling the task running.
  ///
  /// When it still does so after that, it has lost the stop, and the task can be stopped again.
  static let patience = Duration.seconds(30)

  /// Whether `task` is what was stopped and has not come to an end.
  func isAbout(_ task: MigrationTask) -> Bool {
    task.state.isMoving && seen.isSameRun(as: task)
  }
}

extension TaskTable {
  /// Shows a task as `stopping`, at most for a while, since its stop was accepted at `now`.
  mutating func setStopping(_ id: TaskID, at now: Duration) {
    guard let task = task(id), task.state.isMoving else { return }
    let told = stopping[id]?.told ?? task.state
    let seen = stopping[id]?.seen ?? Seen(task)
    stopping[id] = AcceptedStop(seen: seen, since: now, told: told)
    retell(id)
  }

  /// Shows a task as the service tells it.
  mutating func endStopping(_ id: TaskID) {
    guard let told = stopping.removeValue(forKey: id)?.told else { return }
    retell(id, as: told)
  }

  /// Believes the service again where it still calls a task running long after its stop was accepted.
  ///
  /// - Parameters:
  ///   - instant: What is known was asked for after this, from the opening of the dashboard.
  ///   - busy: Tasks that something is under way on, which are left.
  mutating func endStopping(asOf instant: Duration, except busy: Set<TaskID>) {
    let over = stopping.filter { id, stop in
      instant - stop.since > AcceptedStop.patience && !busy.contains(id)
    }
    for id in over.keys { endStopping(id) }
  }

  /// The task as it would be shown here.
  func shown(_ task: MigrationTask) -> MigrationTask {
    guard let stop = stopping[task.id], stop.isAbout(task) else { return task }
    var shown = task
    shown.state = .stopping
    return shown
  }

  /// Takes in what the service tells of a task, and says how it is shown here.
  mutating func heard(_ task: MigrationTask) -> MigrationTask {
    guard let stop = stopping[task.id] else { return task }
    stopping[task.id] = stop.isAbout(task) ? stop : nil
    stopping[task.id]?.told = task.state
    return shown(task)
  }

  private mutating func retell(_ id: TaskID, as state: TaskState? = nil) {
    guard var task = task(id) else { return }
    task.state = state ?? stopping[id]?.told ?? task.state
    replace([id: task], removing: [])
  }
}
