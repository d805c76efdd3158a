import Migration

/// One run of a task, told apart from the runs before and after it.
struct RunAttempt: Hashable, Sendable {
  /// The task.
  let task: TaskID
  /// Which run of the task, from 1 up.
  let number: Int
}
