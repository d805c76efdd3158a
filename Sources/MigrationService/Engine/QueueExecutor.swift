import Dispatch

/// Runs an actor on a queue of its own, so that it may wait for the disk without holding up the few
/// threads that all other Swift tasks share.
final class QueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  /// An executor; `label` names its queue for debuggers.
  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
