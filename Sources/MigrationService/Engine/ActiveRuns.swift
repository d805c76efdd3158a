import Migration

/// The runs under way, each with its mailbox.
///
/// What an old run says of a task that runs anew is dropped: only the present attempt counts.
struct ActiveRuns {
  private struct Run {
    let number: Int
    let earlier: EarlierRuns
    let mailbox: RunCommands.Continuation
    var isStopping = false
    var unsaved: MoveProgress?
  }

  private var runs: [TaskID: Run] = [:]

  /// How far the runs are whose progress has not been written down yet.
  var unsaved: [TaskID: MoveProgress] { runs.compactMapValues(\.unsaved) }

  /// Enters the run that `task` is in.
  ///
  /// - Returns: What the run is called, and what it is to read its commands from.
  mutating func begin(_ task: StoredTask) -> (attempt: RunAttempt, commands: RunCommands) {
    let (commands, mailbox) = RunCommands.makeStream()
    runs[task.id] = Run(number: task.run.number, earlier: task.run.earlier, mailbox: mailbox)
    if task.state == .stopping { stop(task.id) }
    return (RunAttempt(task: task.id, number: task.run.number), commands)
  }

  /// Tells the present run of a task to end; does nothing when there is none.
  mutating func stop(_ id: TaskID) {
    guard runs[id]?.isStopping == false else { return }
    runs[id]?.isStopping = true
    runs[id]?.mailbox.yield(.stop)
  }

  /// Tells the present run of a task its limit, bytes a second.
  func limit(_ limit: Int64?, of id: TaskID) {
    runs[id]?.mailbox.yield(.limit(limit))
  }

  /// Whether `attempt` is under way.
  func isPresent(_ attempt: RunAttempt) -> Bool { runs[attempt.task]?.number == attempt.number }

  /// Whether the present run of a task was told to end.
  func isStopping(_ id: TaskID) -> Bool { runs[id]?.isStopping ?? false }

  /// The progress of the task of `attempt`, earlier runs included, or `nil` when that is over.
  func total(_ progress: MoveProgress, of attempt: RunAttempt) -> MoveProgress? {
    guard isPresent(attempt) else { return nil }
    return runs[attempt.task]?.earlier.total(with: progress)
  }

  /// Notes a progress that is to be written down.
  mutating func note(_ total: MoveProgress, of id: TaskID) { runs[id]?.unsaved = total }

  /// All progress is on disk.
  mutating func saved() {
    for id in runs.keys { runs[id]?.unsaved = nil }
  }

  /// Removes the run that has ended.
  mutating func end(_ attempt: RunAttempt) {
    guard isPresent(attempt) else { return }
    runs.removeValue(forKey: attempt.task)?.mailbox.finish()
  }
}
