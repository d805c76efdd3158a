import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct TaskWaitTests {
  private static func polling(limit: Duration? = nil, outage: Duration? = .seconds(60)) -> Polling {
    Polling(
      limit: limit, firstPause: .milliseconds(1), longestPause: .milliseconds(2),
      longestOutage: outage)
  }

  private func ends(
    _ goal: TaskWait.Goal, _ states: [TaskState], _ polling: Polling = Self.polling(),
    prepare: (FakeBackend) async -> Void = { _ in }
  ) async -> [Outcome] {
    let tasks = states.enumerated().map { index, state in
      MigrationTask(id: TaskID(rawValue: Int64(index + 1)), name: "", state: state)
    }
    let backend = FakeBackend(tasks: tasks)
    await prepare(backend)
    return await TaskWait(backend: backend, polling: polling)
      .wait(for: goal, of: tasks.map(\.id)).map { Outcome($0.end) }
  }

  /// An end without what the task is like besides.
  enum Outcome: Equatable, Sendable {
    case reached(TaskState)
    case missed(TaskState)
    case timedOut(TaskState?)
    case failed(APIProblem)

    init(_ end: TaskWait.End) {
      switch end {
      case .reached(let task): self = .reached(task.state)
      case .missed(let task): self = .missed(task.state)
      case .timedOut(let task): self = .timedOut(task?.state)
      case .failed(let problem): self = .failed(problem)
      }
    }
  }

  @Test(
    arguments: [
      (.stopped, .stopped, .reached(.stopped)), (.stopped, .failed, .missed(.failed)),
      (.succeeded, .succeeded, .reached(.succeeded)), (.succeeded, .stopped, .missed(.stopped)),
      (.failed, .failed, .reached(.failed)), (.failed, .succeeded, .missed(.succeeded)),
      (.finished, .stopped, .reached(.stopped)), (.finished, .failed, .missed(.failed)),
      (.finished, .succeeded, .reached(.succeeded)),
    ] as [(TaskWait.Goal, TaskState, Outcome)])
  func `an end is reached or missed`(
    goal: TaskWait.Goal, state: TaskState, end: Outcome
  ) async {
    #expect(await ends(goal, [state]) == [end])
  }

  @Test func `each of several tasks has an end of its own`() async {
    let ends = await ends(.stopped, [.stopped, .running, .failed]) { backend in
      let looks = LookCounter()
      await backend.setBeforeCall { call, tasks throws(APIProblem) in
        if call == .show(TaskID(rawValue: 2)), looks.next() == 5 { tasks[1].state = .stopped }
      }
    }
    #expect(ends == [.reached(.stopped), .reached(.stopped), .missed(.failed)])
  }

  @Test func `the time can be over`() async {
    let tasks = [TaskState.running, .succeeded].enumerated().map { index, state in
      MigrationTask(id: TaskID(rawValue: Int64(index + 1)), name: "", state: state)
    }
    let clock = ManualClock()
    let (seen, see) = AsyncStream.makeStream(of: TaskID.self)
    let polling = Polling(limit: .seconds(5), firstPause: .seconds(1), longestPause: .seconds(2))
    let wait = Task {
      await TaskWait(backend: FakeBackend(tasks: tasks), polling: polling)
        .wait(for: .finished, of: tasks.map(\.id), clock: clock) { delta in
          for id in delta.changed.keys { see.yield(id) }
        }
        .map { Outcome($0.end) }
    }
    var missing = Set(tasks.map(\.id))
    for await id in seen {
      missing.remove(id)
      if missing.isEmpty { break }
    }
    await clock.advance(toSleeperAt: .seconds(5))
    #expect(await wait.value == [.timedOut(.running), .reached(.succeeded)])
  }

  @Test func `one that cannot be looked at does not end the waiting for the others`() async {
    let busy = APIProblem(.said("busy"), kind: .server)
    let ends = await ends(
      .finished, [.running, .running], Self.polling(outage: .milliseconds(50))
    ) { backend in
      let looks = LookCounter()
      await backend.setBeforeCall { call, tasks throws(APIProblem) in
        if call == .show(TaskID(rawValue: 2)) { throw busy }
        if looks.next() == 300 { tasks[0].state = .succeeded }
      }
    }
    #expect(ends == [.reached(.succeeded), .failed(busy)])
  }

  @Test func `a short outage is waited through`() async {
    let ends = await ends(.finished, [.succeeded]) { backend in
      let looks = LookCounter()
      await backend.setBeforeCall { _, _ throws(APIProblem) in
        if looks.next() <= 4 { throw APIProblem(.said("nobody"), kind: .unreachable) }
      }
    }
    #expect(ends == [.reached(.succeeded)])
  }

  @Test func `a long outage is told`() async {
    let problem = APIProblem(.said("nobody"), kind: .unreachable)
    let ends = await ends(
      .finished, [.running], Self.polling(outage: .milliseconds(5))
    ) { await $0.setMood(.failing(problem)) }
    #expect(ends == [.failed(problem)])
  }

  @Test func `refused credentials end the wait at once`() async {
    let problem = APIProblem(.said("refused"), kind: .credentials)
    let ends = await ends(.finished, [.running]) { await $0.setMood(.failing(problem)) }
    #expect(ends == [.failed(problem)])
  }

  @Test func `a wait that is called off ends`() async {
    let backend = FakeBackend(tasks: [MigrationTask(id: TaskID(rawValue: 1), state: .running)])
    let wait = Task {
      await TaskWait(backend: backend, polling: Self.polling())
        .wait(for: .finished, of: [TaskID(rawValue: 1)]).map(\.end)
    }
    await backend.waitForCalls { $0.count >= 3 }
    wait.cancel()
    guard case .failed(let problem) = await wait.value.first else {
      Issue.record("not called off")
      return
    }
    #expect(problem.kind == .cancelled)
  }
}
