package import Migration

/// Waits until tasks are where they should be.
package struct TaskWait: Sendable {
  /// What to wait for.
  ///
  /// The raw value is what users type.
  package enum Goal: String, CaseIterable, Sendable {
    case stopped, succeeded, failed
    /// Any of the three, although a user who waits for it hopes for no failure.
    case finished

    func isReached(in state: TaskState) -> Bool {
      switch self {
      case .stopped: state == .stopped
      case .succeeded: state == .succeeded
      case .failed: state == .failed
      case .finished: state == .stopped || state == .succeeded
      }
    }
  }

  /// How the waiting for one task ended.
  package enum End: Equatable, Sendable {
    /// It is there.
    case reached(MigrationTask)
    /// It has ended in another way, so it will not get there; or it has failed.
    case missed(MigrationTask)
    /// The time is over; the task is as it was last seen, if it was.
    case timedOut(MigrationTask?)
    /// It cannot be looked at.
    case failed(APIProblem)
  }

  /// For ever, every two seconds at most, through outages of a minute.
  package static let patient = Polling(
    limit: nil, firstPause: .milliseconds(200), longestPause: .seconds(2),
    longestOutage: .seconds(60))

  private let backend: any MigrationBackend
  private let polling: Polling

  /// A waiter.
  ///
  /// - Parameters:
  ///   - backend: The service that has the tasks.
  ///   - polling: How long and how often to look.
  package init(backend: any MigrationBackend, polling: Polling = Self.patient) {
    self.backend = backend
    self.polling = polling
  }

  /// Waits until each of `ids` has reached `goal` or cannot reach it any more; one that cannot be
  /// looked at does not end the waiting for the others.
  ///
  /// - Parameters:
  ///   - goal: What to wait for.
  ///   - ids: The tasks.
  ///   - clock: What pauses and outages are measured with.
  ///   - progress: Called with what has changed since the last time.
  /// - Returns: How it ended for each, in their order; repeated ids count once.
  package func wait<C: Clock>(
    for goal: Goal, of ids: [TaskID], clock: C = ContinuousClock(),
    progress: (TaskDelta) -> Void = { _ in }
  ) async -> [(id: TaskID, end: End)] where C.Duration == Duration {
    var ledger = WaitLedger(goal: goal, ids: ids, longestOutage: polling.longestOutage)
    let news = Mailbox<TaskDelta> { $0.merge($1) }
    let start = clock.now
    let watch = TaskWatch(
      backend: backend, clock: clock, start: start, news: news,
      watch: Watch(readsTargetsOnly: true, longestPause: polling.longestPause))
    let (commands, command) = AsyncStream.makeStream(of: TaskWatch<C>.Command.self)
    command.yield(.watch(ledger.open))
    command.yield(.poll(every: polling.firstPause))
    command.yield(.refresh)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await watch.run(commands) }
      group.addTask { [polling] in
        var pause = polling.firstPause
        while pause < polling.longestPause {
          guard (try? await clock.sleep(for: pause)) != nil else { return }
          pause = min(pause * 2, polling.longestPause)
          command.yield(.poll(every: pause))
        }
      }
      while !ledger.open.isEmpty, !Task.isCancelled {
        let due = [polling.limit, ledger.givesUpAt].compactMap(\.self).min()
        let delta = await news.next(until: due.map { start.advanced(by: $0) }, on: clock)
        let now = start.duration(to: clock.now)
        if let delta {
          progress(delta)
          if ledger.take(delta) { command.yield(.watch(ledger.open)) }
        }
        if ledger.giveUp(at: now) { command.yield(.watch(ledger.open)) }
        if let limit = polling.limit, now >= limit { break }
      }
      group.cancelAll()
    }
    return ledger.ends(isCancelled: Task.isCancelled)
  }
}
