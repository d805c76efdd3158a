import Migration

/// A run that is under way.
struct ActiveRun: Equatable, Sendable {
  /// What tells it apart: what an old run says of a task that runs anew is dropped.
  let attempt: RunAttempt
  /// The limit that it begins with, bytes a second; `nil` means none.
  let limit: Int64?
  /// Its task as it is now, earlier runs included.
  var task: StoredTask
  /// Whether it was told to end.
  var isStopping: Bool
  /// Whether it has got further than what is on disk.
  var isUnsaved = false

  /// How far the task was when this process took the run up.
  private let before: MoveProgress

  /// The run that `task` is in.
  init(_ task: StoredTask, limit: Int64?) {
    attempt = RunAttempt(task: task.id, number: task.run.number)
    self.limit = limit
    self.task = task
    isStopping = task.state == .stopping
    before = task.progress
  }

  /// How far the task is when its run has come to `progress`.
  ///
  /// A run that an earlier process began counts from the start again; what was known before stays
  /// known until it has found that out itself.
  func total(_ progress: MoveProgress) -> MoveProgress {
    EarlierRuns.all(before).total(with: task.run.earlier.total(with: progress))
  }

  /// How the task ends when its run has come to `result` and it is as far as `progress`.
  ///
  /// A run that was only about the objects that had failed has left alone what else there is to move.
  func end(_ result: MoveResult, _ progress: MoveProgress) -> MoveResult.End {
    guard !isStopping else { return .stopped }
    guard result.end == .succeeded, task.run.onlyFailed, !progress.isComplete else {
      return result.end
    }
    return .failed(
      TaskFailure(
        code: "TRF.9002",
        message: "All objects that had failed were moved, but not yet all others; start it again."))
  }
}

extension MoveProgress {
  /// Whether there is nothing left that could be moved.
  fileprivate var isComplete: Bool {
    isScanned && objects.total == objects.succeeded + objects.skipped
  }
}
