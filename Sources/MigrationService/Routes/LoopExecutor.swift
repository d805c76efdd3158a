import NIOCore

/// Runs Swift tasks on the thread of an event loop, so that a request that is read there is answered
/// there: going to another thread and back costs more than most answers do.
final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  /// An executor on the thread of `loop`.
  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
