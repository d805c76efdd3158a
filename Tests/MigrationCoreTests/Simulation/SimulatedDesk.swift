import TestSupport

@testable import Migration
@testable import MigrationCore

/// A user with a dashboard, a prompt and a command line, on one simulated service.
///
/// It uses what the programs use: the watch with its mailbox, the runner, the wait. After each
/// thing that it is told it looks whether that was so.
actor SimulatedDesk {
  let service: ChangingService
  let time: SimulatedTime
  private let start: SimulatedTime.Instant
  private var random: Generator
  private let commands: AsyncStream<TaskWatch<SimulatedTime>.Command>
  private let command: AsyncStream<TaskWatch<SimulatedTime>.Command>.Continuation
  private let news = Mailbox<TaskDelta> { $0.merge($1) }
  private var lastDoor = 0

  /// What the rows on the screen are made of.
  private(set) var rows: [TaskID: SeenTask] = [:]
  private(set) var freshness = Freshness()
  private(set) var broken: [String] = []
  private(set) var outcomes: [ActionOutcome: Int] = [:]
  private(set) var ends = 0

  init(seed: UInt64, service: ChangingService, time: SimulatedTime) {
    self.service = service
    self.time = time
    start = time.now
    random = Generator(seed: seed &+ 77)
    (commands, command) = AsyncStream.makeStream()
  }

  /// Works for a while, waits until the service has calmed down, and reads everything once more.
  func work() async {
    let watch = TaskWatch(
      backend: Door(service: service, number: 0), clock: time, start: start, news: news)
    command.yield(.poll(every: .seconds(1)))
    command.yield(.refresh)
    await withTaskGroup(of: Void.self) { screen in
      screen.addTask { [commands] in await watch.run(commands) }
      screen.addTask { await self.look() }
      await withTaskGroup(of: Void.self) { users in
        users.addTask { await self.service.live() }
        for _ in 0..<3 { users.addTask { await self.act(times: 14) } }
        for _ in 0..<2 { users.addTask { await self.wait(times: 4) } }
        users.addTask { await self.fidget() }
        try? await time.sleep(for: .seconds(60))
        await service.calmDown()
      }
      command.yield(.poll(every: .seconds(1)))
      command.yield(.refresh)
      try? await time.sleep(for: .seconds(240))
      screen.cancelAll()
    }
    await judgeTheEnd()
  }

  // MARK: The screen

  private func look() async {
    while let delta = await news.next() {
      await take(delta)
      if (try? await time.sleep(for: .milliseconds(chance(400)))) == nil { return }
    }
  }

  private func take(_ delta: TaskDelta) async {
    freshness = delta.freshness
    for (id, seen) in delta.changed { rows[id] = seen }
    for id in delta.gone.keys { rows[id] = nil }
    let world = await service.world
    for (id, seen) in delta.changed where !world.has(seen.task, since: seen.askedAt) {
      broken.append("\(id) is shown as it was not after \(seen.askedAt): \(seen.task.state)")
    }
    for id in delta.gone.keys where world.isThere(id) {
      broken.append("\(id) is said to be gone and is there")
    }
    guard let moving = freshness.readAt[.moving] else { return }
    for row in rows.values where row.task.state.isActive && !world.has(row.task, since: moving) {
      broken.append("the row of \(row.task.id) is older than \(moving): \(row.task.state)")
    }
  }

  /// Pauses, goes on, and asks for a refresh, as people do.
  private func fidget() async {
    for _ in 0..<12 {
      guard (try? await time.sleep(for: .milliseconds(chance(8_000)))) != nil else { return }
      if chance(3) == 0 {
        command.yield(.poll(every: nil))
        try? await time.sleep(for: .milliseconds(chance(4_000)))
        command.yield(.poll(every: .seconds(1)))
      }
      command.yield(.refresh)
    }
  }

  // MARK: Prompts

  private func act(times: Int) async {
    for _ in 0..<times {
      guard (try? await time.sleep(for: .milliseconds(chance(3_000)))) != nil else { return }
      let ids = someRows(3)
      let action: TaskAction = [.stop, .delete, .stopThenDelete, .start(failedOnly: false)][
        chance(4)]
      let askedAt = elapsed
      command.yield(.watch(ids))
      let readings = await door().readings(of: ids)
      command.yield(.learn(readings, askedAt: askedAt))
      let waits = chance(2) == 0
      let previews = readings.map { ActionPreview(action, of: $0, waits: waits) }
      // Whoever is asked thinks.
      try? await time.sleep(for: .milliseconds(chance(3_000)))
      guard let plan = Plan(action, previews, on: "p", isProtected: true),
        let consent = plan.consent(to: .typed("p"), number: lastDoor)
      else { continue }
      await carryOut(consent)
    }
  }

  private func carryOut(_ consent: Consent<TaskAction>) async {
    let door = door()
    let agreedAt = elapsed
    let runner = ActionRunner<TaskAction>(
      backend: door, journal: nil,
      patience: Patience(
        untilSettled: .seconds(90), firstPause: .milliseconds(150), deleteAttempts: 10),
      clock: time)
    let results = await runner.carryOut(
      consent,
      ended: { [command] result in
        if consent.plan.action.wantsAbsence, result.outcome == .done {
          command.yield(.forget(result.id))
        }
      })
    for result in results { outcomes[result.outcome, default: 0] += 1 }
    let calls = await service.calls.filter { $0.door == door.number }
    let rules = ActionRules(plan: consent.plan, agreedAt: agreedAt, world: await service.world)
    broken += rules.broken(by: calls) + rules.broken(by: results)
  }

  // MARK: Waiting

  private func wait(times: Int) async {
    for _ in 0..<times {
      guard (try? await time.sleep(for: .milliseconds(chance(6_000)))) != nil else { return }
      // One of them never was.
      let ids = someRows(3) + (chance(4) == 0 ? [TaskID(rawValue: 900_000)] : [])
      let goal = TaskWait.Goal.allCases[chance(TaskWait.Goal.allCases.count)]
      let polling = Polling(
        limit: .seconds(chance(40) + 1), firstPause: .milliseconds(200),
        longestPause: .seconds(2), longestOutage: .seconds(12))
      let began = elapsed
      let ends = await TaskWait(backend: door(), polling: polling)
        .wait(for: goal, of: ids, clock: time)
      self.ends += ends.count
      let rules = WaitRules(goal: goal, polling: polling, began: began, ended: elapsed)
      let world = await service.world
      broken += ends.flatMap { rules.broken(by: $0.end, of: $0.id, in: world) }
    }
  }

  // MARK: The end

  private func judgeTheEnd() async {
    let world = await service.world
    let truth = Dictionary(uniqueKeysWithValues: world.tasks.map { ($0.id, $0) })
    for id in Set(truth.keys).union(rows.keys) where truth[id] != rows[id]?.task {
      broken.append(
        "in the end \(id) is \(truth[id]?.state as Any), not \(rows[id]?.task.state as Any)")
    }
    if freshness.outage != nil { broken.append("in the end nobody answers") }
  }

  private var elapsed: Duration { start.duration(to: time.now) }

  private func door() -> Door {
    lastDoor += 1
    return Door(service: service, number: lastDoor)
  }

  private func someRows(_ most: Int) -> [TaskID] {
    let ids = rows.keys.sorted()
    guard !ids.isEmpty else { return [] }
    return Array(Set((0...chance(most)).map { _ in ids[chance(ids.count)] })).sorted()
  }

  private func chance(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &random) }
}
