import Dashboard
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

@testable import Controller

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct EffectRunnerTests {
  private let inbox = Inbox<DashboardInput>()
  private let clock = ManualClock()

  private func effects(_ backend: FakeBackend) -> EffectRunner<ManualClock> {
    EffectRunner(
      services: DashboardServices(.of(backend), clock: clock, now: { testDate }), inbox: inbox)
  }

  private func nextEvents() async -> [Event] {
    _ = await inbox.wait()
    return inbox.take().compactMap { input in
      if case .dashboard(let event) = input { event } else { nil }
    }
  }

  @Test func `the time is told once, when that was asked for last`() async {
    let effects = effects(FakeBackend())
    await withDiscardingTaskGroup { group in
      effects.wake(at: .seconds(2), in: &group)
      effects.wake(at: .seconds(3), in: &group)
      await clock.advance(toSleeperAt: .seconds(3))
      #expect(await nextEvents() == [.tick(Moment(date: testDate, elapsed: .seconds(3)))])
      effects.wake(at: .seconds(4), in: &group)
      effects.wake(at: nil, in: &group)
    }
    #expect(inbox.take().isEmpty)
  }

  @Test func `a time that is over is told at once`() async {
    let effects = effects(FakeBackend())
    await withDiscardingTaskGroup { group in
      effects.wake(at: .seconds(-1), in: &group)
      #expect(await nextEvents() == [.tick(Moment(date: testDate, elapsed: .zero))])
    }
  }

  @Test func `the zone of speed windows is told once it is known`() async {
    let zone = WindowZone(minutes: 480)
    let backend = FakeBackend()
    var services = DashboardServices(.of(backend), clock: clock, now: { testDate })
    services.first.windowZone = { zone }
    let effects = EffectRunner(services: services, inbox: inbox)
    await withDiscardingTaskGroup { group in
      effects.start(in: &group)
      #expect(await nextEvents() == [.windowZone(zone)])
      group.cancelAll()
    }
  }

  @Test func `what a service tells of a task is told, and that it tells nothing`() async {
    let backend = FakeBackend(tasks: [.sample(1)])
    await withDiscardingTaskGroup { group in
      let effects = effects(backend)
      effects.ask(.failedObjects(from: 0), about: 1, request: 4, in: &group)
      #expect(await nextEvents() == [.told(.notTold, request: 4)])
      let objects = (0..<150).map { UnmovedObject("\($0)", "no") }
      await backend.setUnmoved([1: objects])
      effects.ask(.failedObjects(from: 100), about: 1, request: 5, in: &group)
      #expect(await nextEvents() == [.told(.failedObjects(Array(objects[100...])), request: 5)])
      effects.ask(.log, about: 1, request: 6, in: &group)
      #expect(await nextEvents() == [.told(.notTold, request: 6)])
      await backend.setMood(.failing(.outage))
      effects.ask(.failedObjects(from: 0), about: 1, request: 7, in: &group)
      #expect(await nextEvents() == [.told(.failed(.outage), request: 7)])
    }
  }

  @Test func `events are read once all is written down that was seen before`() async {
    let written = Mutex<[TaskHappening]>([])
    let backend = FakeBackend(tasks: [.sample(1, .running)])
    var services = DashboardServices(.of(backend), clock: clock, now: { testDate })
    services.first.record = { happened in written.withLock { $0 += happened.map(\.what) } }
    services.first.history = { _, _ in
      .success(
        written.withLock { $0 }.map {
          TaskEvent(at: testDate, .seen($0, by: nil, reason: nil))
        })
    }
    let effects = EffectRunner(services: services, inbox: inbox)
    await withDiscardingTaskGroup { group in
      effects.start(in: &group)
      effects.ask(.refresh)
      await settle(effects) { $0.tasks.first?.state == .running }
      await backend.change { $0[0].state = .failed }
      effects.ask(.refresh)
      await settle(effects) { $0.tasks.first?.state == .failed }
      effects.ask(.events, about: 1, request: 3, in: &group)
      let failure = TaskEvent(at: testDate, .seen(.failed, by: nil, reason: nil))
      #expect(await nextEvents() == [.told(.events([failure]), request: 3)])
      group.cancelAll()
    }
  }

  /// Takes the news until they are as wanted.
  private func settle(
    _ effects: EffectRunner<ManualClock>, until isSo: (TaskSnapshot) -> Bool
  ) async {
    while true {
      _ = await inbox.wait()
      _ = inbox.take()
      if case .tasksLoaded(let snapshot)? = effects.takeNews(), isSo(snapshot) { return }
    }
  }

  @Test func `targets are read four at a time and told in their order`() async {
    let tasks = MigrationTask.samples(10)
    let backend = FakeBackend(tasks: tasks)
    await backend.setMood(.hanging)
    await withDiscardingTaskGroup { group in
      effects(backend).read(tasks.map(\.id), request: 5, in: &group)
      await backend.waitForCalls { $0.count == 4 }
      await backend.setMood(.answering)
      let readings = tasks.map { TargetReading(id: $0.id, outcome: .success($0)) }
      #expect(await nextEvents() == [.targetsRead(readings, request: 5)])
    }
    #expect(await backend.mostAtOnce == 4)
  }

  @Test func `a target that is gone is read as not found`() async {
    await withDiscardingTaskGroup { group in
      effects(FakeBackend()).read([7], request: 1, in: &group)
      guard case .targetsRead(let readings, keys: .success, request: 1)? = await nextEvents().first,
        case .failure(let problem)? = readings.first?.outcome
      else {
        Issue.record("no reading")
        return
      }
      #expect(problem.kind == .notFound)
    }
  }

  @Test func `a reading that is called off is not told`() async {
    let backend = FakeBackend(tasks: [.sample(7)])
    await backend.setMood(.hanging)
    let effects = effects(backend)
    await withDiscardingTaskGroup { group in
      effects.read([7], request: 1, in: &group)
      await backend.waitForCalls { $0 == [.show(7)] }
      effects.cancel(1)
    }
    #expect(inbox.take().isEmpty)
  }

  @Test func `calling off what is over does nothing`() async {
    let effects = effects(FakeBackend(tasks: [.sample(7)]))
    await withDiscardingTaskGroup { group in
      effects.read([7], request: 1, in: &group)
      #expect(await nextEvents().count == 1)
    }
    effects.cancel(1)
    #expect(inbox.take().isEmpty)
  }

  @Test func `tasks are written to a file in their order, and what came of it is told`() async {
    var services = DashboardServices(.of(FakeBackend()), clock: clock, now: { testDate })
    services.first.export = { tasks, format, name in
      (.success(tasks.count), "\(name).\(format) \(tasks.map(\.name))")
    }
    let effects = EffectRunner(services: services, inbox: inbox)
    var tasks = PackedTasks()
    for task in MigrationTask.samples(3) { _ = tasks.put(task) }
    await withDiscardingTaskGroup { group in
      let shown = OrderedTasks([1, 3], of: tasks)
      effects.export(shown, as: .json, to: "x", request: 4, in: &group)
      let place = "x.json [\"task-1\", \"task-3\"]"
      #expect(await nextEvents() == [.exported(.success(2), to: place, request: 4)])
    }
  }

  @Test func `each step and each end of an action is told`() async throws {
    let task = MigrationTask.sample(7, .failed)
    let effects = effects(FakeBackend(tasks: [task]))
    let preview = ActionPreview(
      TaskAction.delete, of: TargetReading(id: 7, outcome: .success(task)))
    let plan = try #require(Plan(.delete, [preview], on: "local", isProtected: false))
    let consent = try #require(plan.consent(to: .typed("y"), number: 1))
    await withDiscardingTaskGroup { group in
      effects.act(consent, keys: [:], request: 2, in: &group)
      var events: [Event] = []
      while events.count < 2 { events += await nextEvents() }
      let result = ActionResult(id: 7, name: "task-7", outcome: .done)
      #expect(
        events == [
          .actionStep(7, .deleting, request: 2), .actionEnded(result, request: 2),
        ])
    }
  }

  @Test func `what is seen to happen to a task is handed over to be written down`() async {
    let backend = FakeBackend(tasks: [.sample(1, .running)])
    let (records, record) = AsyncStream.makeStream(of: [Happened].self)
    var services = DashboardServices(.of(backend), clock: clock, now: { testDate })
    services.first.record = { record.yield($0) }
    let effects = EffectRunner(services: services, inbox: inbox)
    await withDiscardingTaskGroup { group in
      effects.start(in: &group)
      effects.ask(.refresh)
      while effects.takeNews() == nil { _ = await inbox.wait() }
      await backend.change { $0[0].state = .succeeded }
      effects.ask(.refresh)
      var isTold = false
      while !isTold {
        _ = await inbox.wait()
        guard case .tasksLoaded(let news) = effects.takeNews() else { continue }
        isTold = news.tasks.contains { $0.state == .succeeded }
      }
      var iterator = records.makeAsyncIterator()
      #expect(await iterator.next()?.map(\.what) == [.finished])
      group.cancelAll()
    }
  }
}
