import FoundationEssentials
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

@Suite(.timeLimit(.minutes(1)))
struct TaskWatchTests {
  private let clock = ManualClock()
  private let news = Mailbox<TaskDelta> { $0.merge($1) }

  private func tasks(_ count: Int, _ state: TaskState = .succeeded) -> [MigrationTask] {
    (0..<count).map { MigrationTask(id: TaskID(rawValue: Int64(count - $0)), state: state) }
  }

  /// Runs a watch on `backend` for as long as `body` takes.
  private func run(
    _ backend: FakeBackend,
    _ body: (AsyncStream<TaskWatch<ManualClock>.Command>.Continuation) async -> Void
  ) async {
    let (commands, command) = AsyncStream.makeStream(of: TaskWatch<ManualClock>.Command.self)
    let watch = TaskWatch(backend: backend, clock: clock, start: clock.now, news: news)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await watch.run(commands) }
      await body(command)
      group.cancelAll()
    }
  }

  /// Waits until all tasks have been read once.
  private func load() async -> TaskDelta {
    var all = TaskDelta()
    while !all.freshness.isLoaded, let delta = await news.next() { all.merge(delta) }
    return all
  }

  @Test func `nothing is asked before it is asked for`() async {
    let backend = FakeBackend(tasks: tasks(3))
    await run(backend) { command in
      command.yield(.watch([TaskID(rawValue: 1)]))
      command.yield(.poll(every: nil))
      command.yield(.refresh)
      #expect(await load().changed.count == 3)
    }
    #expect(await backend.calls == [.list(TaskQuery())])
  }

  @Test(arguments: [1, 3])
  func `a refresh comes with each interval`(seconds: Int) async {
    let backend = FakeBackend(tasks: tasks(3))
    await run(backend) { command in
      command.yield(.poll(every: .seconds(seconds)))
      for number in 1...3 {
        await clock.advance(toSleeperAt: .seconds(number * seconds))
        #expect(await news.next()?.freshness.asOf == .seconds(number * seconds))
      }
    }
    #expect(await backend.calls.count == 3)
  }

  @Test func `a long list is loaded with no more than four requests at once`() async {
    let backend = FakeBackend(tasks: tasks(2_000, .running))
    await run(backend) { command in
      command.yield(.refresh)
      #expect(await load().freshness.isLoaded)
    }
    #expect(await backend.mostAtOnce <= 4)
  }

  @Test func `a call that hangs is cancelled when somebody asks anew`() async {
    let backend = FakeBackend(tasks: tasks(3))
    await backend.setMood(.hanging)
    await run(backend) { command in
      command.yield(.poll(every: .seconds(1)))
      command.yield(.refresh)
      await backend.waitForCalls { $0.count == 1 }
      let sleeper = Task { [clock] in try await clock.sleep(for: .seconds(9)) }
      await clock.advance(toSleeperAt: .seconds(9))
      _ = await sleeper.result
      command.yield(.refresh)
      await backend.waitForCalls { $0.count == 2 }
      await backend.setMood(.answering)
      #expect(await load().changed.count == 3)
    }
    // Nothing was asked while the call that hung still had its connection.
    #expect(await backend.mostAtOnce == 1)
  }

  @Test func `what is asked for while a call is being given up is done`() async {
    let backend = FakeBackend(tasks: tasks(3))
    await backend.setMood(.deaf)
    await run(backend) { command in
      command.yield(.refresh)
      await backend.waitForCalls { $0.count == 1 }
      // Paused, and resumed before the call has ended.
      command.yield(.poll(every: nil))
      await clock.wait(forSleeperAt: .seconds(1))
      command.yield(.poll(every: .seconds(60)))
      command.yield(.refresh)
      // News of what was told last says that all before it has been taken.
      let other = MigrationTask(id: TaskID(rawValue: 9), state: .succeeded)
      command.yield(.learn([TargetReading(id: other.id, outcome: .success(other))], askedAt: .zero))
      #expect(await news.next()?.changed.count == 1)
      await backend.setMood(.answering)
      #expect(await load().freshness.isLoaded)
    }
  }

  @Test func `a call that does not end when it is given up holds nothing up for long`() async {
    let backend = FakeBackend(tasks: tasks(3))
    await backend.setMood(.deaf)
    await run(backend) { command in
      command.yield(.refresh)
      await backend.waitForCalls { $0.count == 1 }
      command.yield(.poll(every: nil))
      await clock.advance(toSleeperAt: .seconds(1))
      command.yield(.refresh)
      await backend.waitForCalls { $0.count == 2 }
      await backend.setMood(.answering)
      #expect(await load().changed.count == 3)
    }
    #expect(await backend.mostAtOnce == 2)
  }

  @Test func `an outage is told with the time of the next try`() async {
    let backend = FakeBackend(tasks: tasks(3))
    let outage = APIProblem(.said("nobody answers"), kind: .unreachable)
    await backend.setMood(.failing(outage))
    await run(backend) { command in
      command.yield(.refresh)
      var time = Duration.zero
      for pause in [1, 2, 4, 8, 16, 30, 30] {
        let told = await news.next()?.freshness.outage
        time += .seconds(pause)
        #expect(told?.problem == outage)
        #expect(told?.retryAt == time)
        await clock.advance(toSleeperAt: time)
      }
      await backend.setMood(.answering)
    }
  }

  @Test func `leaving calls off what is under way`() async {
    let backend = FakeBackend(tasks: tasks(3))
    await backend.setMood(.hanging)
    await run(backend) { command in
      command.yield(.refresh)
      await backend.waitForCalls { $0.count == 1 }
    }
    #expect(news.take() == nil)
  }
}
