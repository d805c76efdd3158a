import Migration
import Synchronization

/// How far the running tasks are at this moment, for readers who cannot wait for the engine.
final class LiveProgress: Sendable {
  private let tasks = Mutex<[TaskID: MoveProgress]>([:])

  /// The running tasks, earlier runs included.
  var snapshot: [TaskID: MoveProgress] { tasks.withLock { $0 } }

  /// Notes how far a task is; `nil` when it runs no more.
  func set(_ progress: MoveProgress?, of id: TaskID) {
    tasks.withLock { $0[id] = progress }
  }
}
