import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct ActionRunnerTests {
  private static let patience = ActionRunner.Patience(
    untilStopped: .seconds(20), firstPause: .milliseconds(1), deleteAttempts: 5)

  private func run(
    _ action: TaskAction, _ backend: ScriptedBackend, on ids: [Int64] = [1], waits: Bool = false
  ) async -> [ActionResult] {
    await ActionRunner(backend: backend, journal: nil, profile: "p", patience: Self.patience)
      .run(action, on: ids.map { TaskTarget(id: TaskID(rawValue: $0), name: "") }, waits: waits)
  }

  @Test func `a stop is accepted, and done only when it was waited for`() async {
    #expect(await run(.stop, ScriptedBackend([1: .running])).map(\.outcome) == [.accepted])
    #expect(await run(.stop, ScriptedBackend([1: .running]), waits: true).map(\.outcome) == [.done])
  }

  @Test(arguments: [
    (TaskAction.stop, TaskState.waiting, "OMS.0066"), (.stop, .initialising, "OMS.0066"),
    (.stop, .failed, "OMS.0066"), (.stop, .succeeded, "OMS.0070"), (.stop, .stopping, "OMS.0066"),
    (.delete, .running, "OMS.0063"), (.delete, .stopping, "OMS.0063"),
    (.delete, .retrying, "OMS.0063"), (.start(failedOnly: false), .running, "OMS.0065"),
    (.start(failedOnly: false), .waiting, "OMS.0065"),
    (.start(failedOnly: false), .succeeded, "OMS.0070"),
    (.delete, .unknown(9), "OMS.0064"), (.stopThenDelete, .unknown(9), "OMS.0064"),
  ])
  func `what the state does not allow is refused and not sent`(
    action: TaskAction, state: TaskState, code: String
  ) async {
    let backend = ScriptedBackend([1: state])
    let results = await run(action, backend)
    #expect(results.map(\.outcome) == [.refused])
    #expect(results.first?.problem?.code == code)
    #expect(await backend.calls.isEmpty)
  }

  @Test func `stopping what has stopped already is done`() async {
    let backend = ScriptedBackend([1: .stopped])
    let results = await run(.stop, backend)
    #expect(results.map(\.outcome) == [.done])
    #expect(results.first?.remark == "it is stopped already")
    #expect(await backend.calls.isEmpty)
  }

  @Test func `deleting what is gone is done, stopping it is not`() async {
    #expect(await run(.delete, ScriptedBackend([:])).map(\.outcome) == [.done])
    #expect(await run(.stop, ScriptedBackend([:])).map(\.outcome) == [.failed])
  }

  @Test func `a running task is stopped, waited for and deleted, in this order`() async {
    let backend = ScriptedBackend([1: .running], looksUntilStopped: 4)
    let steps = Mutex<[ActionStep]>([])
    await ActionRunner(backend: backend, journal: nil, profile: "p", patience: Self.patience)
      .run(.stopThenDelete, on: [TaskTarget(id: TaskID(rawValue: 1), name: "")]) { _, step in
        steps.withLock { $0.append(step) }
      }
    #expect(steps.withLock { $0 } == [.stopping, .waitingUntilStopped, .deleting])
    #expect(await backend.calls == ["stop 1", "delete 1"])
    #expect(await backend.ids.isEmpty)
  }

  @Test func `a delete that is refused just after the stop is repeated`() async {
    let backend = ScriptedBackend([1: .running], lateRefusals: 3)
    #expect(await run(.stopThenDelete, backend).map(\.outcome) == [.done])
    #expect(await backend.ids.isEmpty)
  }

  @Test func `a delete of a stopped task that is still taken for running is repeated`() async {
    let backend = ScriptedBackend([1: .stopped], lateRefusals: 3)
    #expect(await run(.delete, backend).map(\.outcome) == [.done])
    #expect(await backend.ids.isEmpty)
  }

  @Test func `a delete that is refused for ever is given up`() async {
    let backend = ScriptedBackend([1: .running], lateRefusals: 1000)
    let results = await run(.stopThenDelete, backend)
    #expect(results.map(\.outcome) == [.refused])
    #expect(await backend.calls.filter { $0 == "delete 1" }.count == 5)
  }

  @Test func `a task that succeeds before it can stop is said to have done so`() async {
    let backend = ScriptedBackend([1: .running], stoppedAs: .succeeded)
    let results = await run(.stop, backend, waits: true)
    #expect(results.map(\.outcome) == [.done])
    #expect(results.first?.remark == "it had succeeded before it could stop")
  }

  @Test func `a task that does not stop is not deleted`() async {
    let backend = ScriptedBackend([1: .running], looksUntilStopped: .max)
    let patience = ActionRunner.Patience(
      untilStopped: .milliseconds(5), firstPause: .milliseconds(1), deleteAttempts: 5)
    let results = await ActionRunner(
      backend: backend, journal: nil, profile: "p", patience: patience
    ).run(.stopThenDelete, on: [TaskTarget(id: TaskID(rawValue: 1), name: "")])
    #expect(results.map(\.outcome) == [.refused])
    #expect(await backend.ids == [1])
  }

  @Test func `every target is reported once, in the order given, at most four at once`() async {
    let ids = Array(Int64(1)...40)
    let backend = ScriptedBackend(Dictionary(uniqueKeysWithValues: ids.map { ($0, .stopped) }))
    let results = await run(.delete, backend, on: ids)
    #expect(results.map(\.id.rawValue) == ids)
    #expect(results.allSatisfy { $0.outcome == .done })
    #expect(await backend.mostAtOnce <= 4)
  }

  @Test func `one failure does not stop the others`() async {
    let backend = ScriptedBackend([1: .stopped, 2: .running, 3: .stopped])
    let results = await run(.delete, backend, on: [1, 2, 3])
    #expect(results.map(\.outcome) == [.done, .refused, .done])
  }

  @Test func `refused credentials end the rest, so that the key is not locked`() async {
    let locked = APIProblem(kind: .credentials, sentence: "refused")
    let backend = ScriptedBackend([:], failure: locked)
    let results = await run(.delete, backend, on: Array(1...20))
    #expect(results.filter { $0.outcome == .skipped }.count >= 12)
    #expect(results.count == 20)
  }

  @Test func `an action that cannot be journalled is not sent`() async {
    let backend = ScriptedBackend([1: .stopped])
    let journal = Journal(path: "/proc/nowhere/journal.jsonl")
    let results = await ActionRunner(backend: backend, journal: journal, profile: "p")
      .run(.delete, on: [TaskTarget(id: TaskID(rawValue: 1), name: "")])
    #expect(results.map(\.outcome) == [.failed])
    #expect(await backend.calls.isEmpty)
    #expect(await backend.ids == [1])
  }

  @Test func `a deletion leaves in the journal what the task was`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      let backend = ScriptedBackend([1: .stopped])
      await ActionRunner(backend: backend, journal: journal, profile: "p")
        .run(.delete, on: [TaskTarget(id: TaskID(rawValue: 1), name: "")])
      let records = try journal.records()
      #expect(records.map(\.action) == ["delete", "delete"])
      #expect(records.first?.definition?.kind == "object")
      #expect(records.last?.outcome == "done")
    }
  }

  @Test func `a stop that is refused for a running task is not taken for accepted`() async {
    let id = TaskID(rawValue: 1)
    let backend = FakeBackend(tasks: [MigrationTask(id: id, name: "one", state: .running)])
    await backend.setBeforeCall { call, _ throws(APIProblem) in
      if call == .stop(id) { throw APIProblem(kind: .wrongState, sentence: "no") }
    }
    let results = await ActionRunner(
      backend: backend, journal: nil, profile: "p", patience: Self.patience
    ).run(.stop, on: [TaskTarget(id: id, name: "one")])
    #expect(results.map(\.outcome) == [.refused])
  }

  @Test func `the stop of a plan has lines of its own in the journal`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      await ActionRunner(
        backend: ScriptedBackend([1: .running]), journal: journal, profile: "p",
        patience: Self.patience
      ).run(.stopThenDelete, on: [TaskTarget(id: TaskID(rawValue: 1), name: "")])
      let records = try journal.records()
      #expect(records.map(\.action) == ["delete", "stop", "stop", "delete"])
      #expect(records.map(\.outcome) == [nil, nil, "accepted", "done"])
    }
  }

  @Test func `an action that is called off skips what was not begun`() async {
    let backend = ScriptedBackend([1: .running], looksUntilStopped: .max)
    let runner = ActionRunner(
      backend: backend, journal: nil, profile: "p", patience: Self.patience)
    let (steps, step) = AsyncStream.makeStream(of: ActionStep.self)
    let action = Task {
      await runner.run(.stopThenDelete, on: [TaskTarget(id: TaskID(rawValue: 1), name: "")]) {
        step.yield($1)
      }
    }
    for await step in steps where step == .waitingUntilStopped { break }
    action.cancel()
    let results = await action.value
    #expect(results.map(\.outcome) == [.failed])
    #expect(results.first?.problem?.kind == .cancelled)
    #expect(await backend.ids == [1])
  }
}

struct PagingTests {
  @Test(arguments: [0, 1, 99, 100, 101, 250])
  func `all tasks are read, each once`(count: Int) async throws {
    let ids = count == 0 ? [] : Array(Int64(1)...Int64(count))
    let backend = ScriptedBackend(Dictionary(uniqueKeysWithValues: ids.map { ($0, .stopped) }))
    let page = try await backend.listAll()
    #expect(page.tasks.map(\.id.rawValue) == ids.reversed())
  }

  @Test func `a limit ends the reading`() async throws {
    let backend = ScriptedBackend(
      Dictionary(uniqueKeysWithValues: (1...250).map { ($0, .stopped) }))
    #expect(try await backend.listAll(limit: 120).tasks.count == 120)
  }
}
