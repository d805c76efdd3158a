import FoundationEssentials
import Logging
import Migration

/// The runs of tasks, from the order to the end.
extension TaskEngine {
  /// What the mover is to do for a run.
  func order(for attempt: RunAttempt) throws -> MoveOrder {
    let id = attempt.task
    guard let task = try store.task(id) else { throw CancellationError() }
    guard let keys = try store.keys(of: id) else { throw EngineProblem.keysLost }
    let limit = scheduler.began(
      id, clock: BandwidthClock(task.definition.bandwidth), at: DayMinute(local: now()))
    let definition = task.definition
    let directories = try TaskDirectories.make(attempt, in: directory)
    let failed = try store.failedObjects(of: id).map(\.name)
    return MoveOrder(
      task: id, directory: directories.own,
      source: MoveEnd(location: definition.source, keys: keys.source),
      destination: MoveEnd(location: definition.destination, keys: keys.destination),
      kind: definition.kind,
      onlyObjects: task.run.onlyFailed ? failed : nil, failedBefore: failed,
      earlier: directories.earlier, began: task.run.began ?? now(),
      changedSince: definition.changedSince, bandwidth: limit,
      transfers: definition.threads == 0 ? 4 : definition.threads,
      roots: task.isConfined ? confinement.roots : nil)
  }

  /// Notes how far a run is; of a run that is over nothing is noted.
  func note(_ progress: MoveProgress, of attempt: RunAttempt) {
    guard let total = runs.total(progress, of: attempt) else { return }
    live.set(total, of: attempt.task)
    runs.note(total, of: attempt.task)
  }

  /// Writes down the end of a run and lets the next task run.
  ///
  /// A stop that was asked for has the last word, whatever the run has come to.
  func end(_ attempt: RunAttempt, _ result: MoveResult) throws {
    let id = attempt.task
    guard let progress = runs.total(result.progress, of: attempt) else { return }
    if let status = result.auditRefusal {
      log.warning(
        "a source was not listed a second time, so nobody has looked for what rclone does not see",
        metadata: ["task": "\(id)", "status": "\(status)"])
    }
    if var task = try store.task(id) {
      let isStopped = task.state == .stopping || runs.isStopping(id)
      task.run.elapsedBefore = task.elapsed(at: now())
      task.progress = progress
      task.end(isStopped ? .stopped : result.end)
      try store.end(
        task, failedObjects: task.definition.shown.recordsFailures ? result.failedObjects : [],
        leftOut: result.leftOut)
    }
    runs.end(attempt)
    live.set(nil, of: id)
    perform(scheduler.ended(id))
  }

  /// Writes down how far the running tasks are.
  func saveProgress() {
    let unsaved = runs.unsaved
    guard !unsaved.isEmpty else { return }
    attempt("save progress") {
      try store.save(unsaved)
      runs.saved()
    }
  }
}

extension StoredTask {
  fileprivate mutating func end(_ end: MoveResult.End) {
    switch end {
    case .succeeded: state = .succeeded
    case .stopped: state = .stopped
    case .failed(let failure):
      state = .failed
      self.failure = failure
    }
  }
}
