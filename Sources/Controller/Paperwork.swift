/// What is read and written on the disk, in turn: it may be slow, and keys are not to wait for it.
struct Paperwork: Sendable {
  private let works: AsyncStream<@Sendable () -> Void>
  private let work: AsyncStream<@Sendable () -> Void>.Continuation

  /// Nothing is to be done yet.
  init() { (works, work) = AsyncStream.makeStream() }

  /// Has something done after all that was there before.
  func add(_ body: @escaping @Sendable () -> Void) { work.yield(body) }

  /// Does what comes, until the surrounding Swift task is cancelled.
  func run() async {
    for await body in works { body() }
  }
}
