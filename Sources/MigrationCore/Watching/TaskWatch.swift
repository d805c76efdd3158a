package import Migration

/// Keeps asking a service for its tasks, a few requests at once, and tells what it learns.
package actor TaskWatch<C: Clock> where C.Duration == Duration {
  /// What a watch can be asked for.
  package enum Command: Equatable, Sendable {
    /// Ask the service now, even if it failed a moment ago.
    case refresh
    /// Ask every so often, more than 0; `nil` means only when asked to.
    case poll(every: Duration?)
    /// Read these tasks first each time.
    case watch([TaskID])
    /// Take in what somebody else asked for at `askedAt`, from the beginning of the watch.
    case learn([TargetReading], askedAt: Duration)
    /// Take a task for gone until a later answer has it.
    case forget(TaskID)
  }

  /// How long calls that are given up may take to end.
  private static var patience: Duration { .seconds(1) }

  private let backend: any MigrationBackend
  private let clock: C
  private let start: C.Instant
  private let news: Mailbox<TaskDelta>
  private var watch: Watch
  /// The calls that are under way: what gives them up, and what says that they are over.
  private var calls: [Int: (isWanted: Switch, isOn: Switch)] = [:]
  private var alarm: Switch?

  /// A watch that does nothing before ``run(_:)``.
  ///
  /// - Parameters:
  ///   - backend: The service.
  ///   - clock: What pauses and ages are measured with.
  ///   - start: The beginning that all times of the watch count from.
  ///   - news: Where what is learnt is put.
  ///   - watch: What is known and to be asked at first.
  package init(
    backend: any MigrationBackend, clock: C, start: C.Instant, news: Mailbox<TaskDelta>,
    watch: Watch = Watch()
  ) {
    self.backend = backend
    self.clock = clock
    self.start = start
    self.news = news
    self.watch = watch
  }

  /// Carries out `commands` until it is cancelled.
  package func run(_ commands: AsyncStream<Command>) async {
    await withDiscardingTaskGroup { group in
      group.addTask { for await command in commands { await self.take(command) } }
      while !Task.isCancelled {
        // It comes first: what is told while calls end is for the next turn, and must wake it.
        let alarm = Switch()
        self.alarm = alarm
        let turn = watch.due(at: now)
        await giveUp(turn.abandoned)
        for ask in turn.asks {
          let call = (isWanted: Switch(), isOn: Switch())
          calls[ask.number] = call
          group.addTask {
            await self.carryOut(ask, while: call.isWanted)
            call.isOn.turnOff()
          }
        }
        await sleep(until: turn.wakeAt, unless: alarm)
      }
    }
  }

  /// Ends calls and waits until they are over, because their connections must not be taken for the
  /// next ones; not for long, because all others wait for a call that does not end.
  private func giveUp(_ numbers: [Int]) async {
    let calls = numbers.compactMap { self.calls.removeValue(forKey: $0) }
    for call in calls { call.isWanted.turnOff() }
    guard !calls.isEmpty else { return }
    let (clock, end) = (clock, clock.now.advanced(by: Self.patience))
    await firstToEnd {
      for call in calls { await call.isOn.waitUntilOff() }
    } or: {
      try? await clock.sleep(until: end, tolerance: nil)
    }
  }

  private var now: Duration { start.duration(to: clock.now) }

  private func take(_ command: Command) {
    switch command {
    case .refresh: watch.refresh(at: now)
    case .poll(let interval): watch.poll(every: interval, at: now)
    case .watch(let ids): watch.watch(ids)
    case .learn(let readings, let askedAt): tell(watch.learn(readings, askedAt: askedAt))
    case .forget(let id): tell(watch.forget(id, at: now))
    }
    alarm?.turnOff()
  }

  private nonisolated func carryOut(_ ask: Ask, while isWanted: Switch) async {
    await isWanted.whileOn { [backend] in
      let result = await backend.answer(ask.question)
      if !Task.isCancelled { await self.take(result, to: ask) }
    }
  }

  private func take(_ result: Result<Reply, APIProblem>, to ask: Ask) {
    calls[ask.number] = nil
    tell(watch.answered(ask, result, at: now))
    alarm?.turnOff()
  }

  private func tell(_ delta: TaskDelta?) {
    if let delta { news.put(delta) }
  }

  /// Waits until something has changed, or until `time`.
  private func sleep(until time: Duration?, unless alarm: Switch) async {
    guard let time else { return await alarm.waitUntilOff() }
    let (clock, due) = (clock, start.advanced(by: time))
    await alarm.whileOn { try? await clock.sleep(until: due, tolerance: nil) }
  }
}
