import Dashboard
import Migration
import MigrationCore

/// The service of the session in view, for as long as it is: the watch of its tasks, and what is written
/// down of them.
@MainActor
final class LiveSession<C: Clock> where C.Duration == Duration {
  /// The number that its answers carry.
  let generation: Int
  /// What it works with.
  let services: SessionServices
  /// What the watch is to do.
  let watch: AsyncStream<TaskWatch<C>.Command>.Continuation

  private let news: Mailbox<TaskDelta>
  private let commands: AsyncStream<TaskWatch<C>.Command>
  private let paperwork: Paperwork
  private let isInView = Switch()
  private var watchedTasks: [TaskID] = []

  /// A session that asks nothing before ``start(clock:from:in:post:)``.
  ///
  /// - Parameters:
  ///   - services: What it works with.
  ///   - paperwork: Where it reads and writes.
  ///   - generation: The number that its answers carry.
  ///   - onNews: Called when there is something new about the tasks.
  init(
    _ services: SessionServices, _ paperwork: Paperwork, generation: Int,
    onNews: @escaping @Sendable () -> Void
  ) {
    self.services = services
    self.paperwork = paperwork
    self.generation = generation
    news = Mailbox(onArrival: onNews) { $0.merge($1) }
    (commands, watch) = AsyncStream.makeStream()
  }

  /// Starts the watch, which waits for the first effect.
  func start(
    clock: C, from start: C.Instant, in group: inout DiscardingTaskGroup,
    post: @escaping @Sendable (Event) -> Void
  ) {
    let watch = TaskWatch(backend: services.backend, clock: clock, start: start, news: news)
    group.addTask { [isInView, commands, services, generation] in
      await isInView.whileOn {
        async let zone = services.windowZone()
        async let end: Void = watch.run(commands)
        if let zone = await zone, !Task.isCancelled {
          post(.windowZone(zone, generation: generation))
        }
        await end
      }
    }
    paperwork.add { [services, generation] in
      services.recall().map { post(.notice($0)) }
      services.lastLook().map { post(.lookedLast($0, generation: generation)) }
    }
  }

  /// Calls off all that is asked of the service; what was seen is still written down.
  func end() {
    if let delta = news.take() { note(delta) }
    isInView.turnOff()
    watch.finish()
  }

  /// What has become known of the tasks since the last time, if anything.
  func takeNews() -> TaskDelta? {
    guard let delta = news.take() else { return nil }
    note(delta)
    return delta
  }

  /// Sees to it that these tasks are read first each time, and no others.
  func watch(_ ids: [TaskID]) {
    guard ids != watchedTasks else { return }
    watchedTasks = ids
    watch.yield(.watch(ids))
  }

  private func note(_ delta: TaskDelta) {
    guard !delta.happened.isEmpty else { return }
    paperwork.add { [services] in services.record(delta.happened) }
  }
}
