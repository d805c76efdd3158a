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
  ) async -> [TaskWait.End] {
    let tasks = states.enumerated().map { index, state in
      MigrationTask(id: TaskID(rawValue: Int64(index + 1)), name: "", state: state)
    }
    let backend = FakeBackend(tasks: tasks)
    await prepare(backend)
    return await TaskWait(backend: backend, polling: polling)
      .wait(for: goal, of: tasks.map(\.id)).map(\.end)
  }

  @Test(
    arguments: [
      (.stopped, .stopped, .reached(.stopped)), (.stopped, .failed, .missed(.failed)),
      (.succeeded, .succeeded, .reached(.succeeded)), (.succeeded, .stopped, .missed(.stopped)),
      (.failed, .failed, .reached(.failed)), (.failed, .succeeded, .missed(.succeeded)),
      (.finished, .stopped, .reached(.stopped)), (.finished, .failed, .reached(.failed)),
      (.finished, .succeeded, .reached(.succeeded)),
    ] as [(TaskWait.Goal, TaskState, TaskWait.End)])
  func `an end is reached or missed`(
    goal: TaskWait.Goal, state: TaskState, end: TaskWait.End
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
    let ends = await ends(
      .finished, [.running, .succeeded], Self.polling(limit: .milliseconds(5)))
    #expect(ends == [.timedOut(.running), .reached(.succeeded)])
  }

  @Test func `a short outage is waited through`() async {
    let ends = await ends(.finished, [.succeeded]) { backend in
      let looks = LookCounter()
      await backend.setBeforeCall { _, _ throws(APIProblem) in
        if looks.next() <= 4 { throw APIProblem(kind: .unreachable, sentence: "nobody") }
      }
    }
    #expect(ends == [.reached(.succeeded)])
  }

  @Test func `a long outage is told`() async {
    let problem = APIProblem(kind: .unreachable, sentence: "nobody")
    let ends = await ends(
      .finished, [.running], Self.polling(outage: .milliseconds(5))
    ) { await $0.setMood(.failing(problem)) }
    #expect(ends == [.failed(problem)])
  }

  @Test func `refused credentials end the wait at once`() async {
    let problem = APIProblem(kind: .credentials, sentence: "refused")
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
