package import Dashboard
package import FoundationEssentials
package import Migration

/// Keeps asking a service for its tasks, one request at a time, and tells what it learns.
///
/// All tasks are loaded page by page at first. From then on, while they fit on one page, a refresh
/// is that page. When there are more, a refresh asks for the tasks in an active state and reads
/// those again that have left it, so that finished tasks cost nothing; what else may have changed is
/// found by a slow walk through all pages, between the refreshes.
package actor TaskFeed<C: Clock> where C.Duration == Duration {
  /// What a feed can be asked for.
  package enum Command: Equatable, Sendable {
    /// Ask the service now, even if it failed a moment ago.
    case refresh
    /// Ask every so often, more than 0; `nil` means only when asked to.
    case poll(every: Duration?)
  }

  let backend: any MigrationBackend
  let now: @Sendable () -> Date
  let post: @Sendable (Event) -> Void
  let clock: C

  /// What is known of the service's tasks.
  var knowledge = FeedKnowledge()
  /// The walk through all pages that is under way.
  var walk: PageWalk?
  /// The tasks that were known when it began.
  var knownBeforeWalk: Set<TaskID> = []
  /// The entries that could not be read and were told about last.
  var lastUnreadable: [String] = []
  /// When the last walk ended.
  var walkedAt: C.Instant?

  private var interval: Duration?
  private var isRefreshWanted = false
  private var dueAt: C.Instant?
  private var retryAt: C.Instant?
  private var failures = 0
  private var alarm: Switch?

  /// The pause between two walks through all pages.
  private let walkInterval = Duration.seconds(30)
  /// The longest pause after a failure.
  private let longestPause = 30

  /// A feed that does nothing before ``run(_:)``.
  ///
  /// - Parameters:
  ///   - backend: The service.
  ///   - clock: What pauses are measured with.
  ///   - now: The date, for what is told.
  ///   - post: Takes what is told.
  package init(
    backend: any MigrationBackend, clock: C, now: @escaping @Sendable () -> Date,
    post: @escaping @Sendable (Event) -> Void
  ) {
    self.backend = backend
    self.clock = clock
    self.now = now
    self.post = post
  }

  /// Carries out `commands` until it is cancelled.
  package func run(_ commands: AsyncStream<Command>) async {
    await withDiscardingTaskGroup { group in
      group.addTask { for await command in commands { await self.take(command) } }
      while !Task.isCancelled { await turn() }
    }
  }

  private func take(_ command: Command) {
    switch command {
    case .refresh:
      // A walk that waits for its next try is the refresh itself; one whose request is under way may
      // be answered with what was true before.
      if retryAt == nil || !isWalkTheRefresh { isRefreshWanted = true }
      retryAt = nil
    case .poll(let interval):
      self.interval = interval
      dueAt = interval.map { clock.now.advanced(by: $0) }
      if interval == nil { isRefreshWanted = false }
    }
    alarm?.turnOff()
  }

  /// Does the next thing that is due, or waits until something is.
  private func turn() async {
    let time = clock.now
    if let retryAt, time < retryAt { return await sleep(until: retryAt) }
    retryAt = nil
    let isRefreshDue = isRefreshWanted || dueAt.map { $0 <= time } ?? false
    if knowledge.isLarge {
      if isRefreshDue {
        beginRefresh(at: time)
        return await attempt(refreshActive)
      }
      if walk == nil, isWalkDue(at: time) { walk = beginWalk() }
    } else if walk == nil, isRefreshDue {
      beginRefresh(at: time)
      walk = beginWalk()
    }
    if walk != nil { return await attempt(takePage) }
    await sleep(until: dueAt)
  }

  private var isWalkTheRefresh: Bool { walk != nil && !knowledge.isLarge }

  private func beginRefresh(at time: C.Instant) {
    isRefreshWanted = false
    dueAt = interval.map { time.advanced(by: $0) }
  }

  private func isWalkDue(at time: C.Instant) -> Bool {
    guard interval != nil else { return false }
    return walkedAt.map { $0.advanced(by: walkInterval) <= time } ?? true
  }

  private func attempt(_ request: () async throws(APIProblem) -> Void) async {
    do {
      try await request()
      failures = 0
    } catch {
      guard !Task.isCancelled else { return }
      failures += 1
      let pause = Duration.seconds(min(1 << min(failures - 1, 5), longestPause))
      retryAt = clock.now.advanced(by: pause)
      if !isWalkTheRefresh { isRefreshWanted = true }
      post(.refreshFailed(error, retryAt: now().addingTimeInterval(TimeInterval(pause.seconds))))
    }
  }

  private func sleep(until due: C.Instant?) async {
    let alarm = Switch()
    self.alarm = alarm
    guard let due else { return await alarm.waitUntilOff() }
    let clock = clock
    await alarm.whileOn { try? await clock.sleep(until: due, tolerance: nil) }
  }
}

extension Duration {
  fileprivate var seconds: Int64 { components.seconds }
}
