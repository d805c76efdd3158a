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

  /// The run that `task` is in.
  init(_ task: StoredTask, limit: Int64?) {
    attempt = RunAttempt(task: task.id, number: task.run.number)
    self.limit = limit
    self.task = task
    isStopping = task.state == .stopping
  }
}
