package import Migration

extension MigrationBackend {
  /// Watches all tasks, through outages of any length, until it is called off or nobody wants it any
  /// more.
  ///
  /// - Parameters:
  ///   - interval: The pause between two looks.
  ///   - patience: How long nothing may become known before `take` is called without anything.
  ///   - clock: What both are measured with.
  ///   - take: Given what became known; whether to go on.
  /// - Throws: What `take` throws.
  package func watch<C: Clock>(
    every interval: Duration, patience: Duration = .seconds(1), clock: C = ContinuousClock(),
    _ take: (TaskDelta?) throws -> Bool
  ) async throws where C.Duration == Duration {
    let news = Mailbox<TaskDelta> { $0.merge($1) }
    let watch = TaskWatch(backend: self, clock: clock, start: clock.now, news: news)
    let (commands, command) = AsyncStream.makeStream(of: TaskWatch<C>.Command.self)
    command.yield(.poll(every: interval))
    command.yield(.refresh)
    try await withThrowingTaskGroup { group in
      group.addTask { await watch.run(commands) }
      defer { group.cancelAll() }
      while !Task.isCancelled {
        let delta = await news.next(until: clock.now.advanced(by: patience), on: clock)
        guard try take(delta) else { break }
      }
    }
  }
}
