import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct ActionRunnerTests {
  private func run(
    _ action: TaskAction, _ backend: ScriptedBackend, on ids: [Int64] = [1], waits: Bool = false,
    journal: Journal? = nil, patience: Patience = Performing<TaskAction>.patience,
    step: @escaping @Sendable (TaskID, ActionStep) -> Void = { _, _ in }
  ) async -> [ActionResult] {
    await Performing(
      action: action, waits: waits,
      runner: ActionRunner(backend: backend, journal: journal, patience: patience)
    ).run(on: ids.map(TaskID.init(rawValue:)), step: step)
  }

  @Test func `a stop is accepted, and done only when it was waited for`() async {
    #expect(await run(.stop, ScriptedBackend([1: .running])).map(\.outcome) == [.accepted])
    #expect(await run(.stop, ScriptedBackend([1: .running]), waits: true).map(\.outcome) == [.done])
  }

  @Test(arguments: [
    (TaskAction.stop, TaskState.waiting, "OMS.0066"), (.stop, .initialising, "OMS.0066"),
    (.stop, .failed, "OMS.0066"), (.stop, .succeeded, "OMS.0070"),
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
    #expect(results.first?.remark == .stoppedAlready)
    #expect(await backend.calls.isEmpty)
  }

  @Test func `stopping what is stopping already is waiting for it, and sends nothing`() async {
    let backend = ScriptedBackend([1: .stopping], looksUntilStopped: 4)
    let asked = await run(.stop, backend)
    #expect(asked.map(\.outcome) == [.accepted])
    #expect(asked.first?.remark == .stoppingAlready)
    let waited = await run(.stop, backend, waits: true)
    #expect(waited.map(\.outcome) == [.done])
    #expect(await backend.calls.isEmpty)
  }

  @Test func `a running task is stopped, waited for and deleted, in this order`() async {
    let backend = ScriptedBackend([1: .running], looksUntilStopped: 4)
    let steps = Mutex<[ActionStep]>([])
    _ = await run(.stopThenDelete, backend) { _, step in steps.withLock { $0.append(step) } }
    #expect(steps.withLock { $0 } == [.stopping, .waitingUntilStopped, .deleting])
    #expect(await backend.calls == ["stop 1", "delete 1"])
    #expect(await backend.ids.isEmpty)
  }

  @Test(arguments: [TaskState.running, .stopped])
  func `a delete that is refused just after the stop is repeated`(state: TaskState) async {
    let backend = ScriptedBackend([1: state], lateRefusals: 3)
    #expect(await run(.stopThenDelete, backend).map(\.outcome) == [.done])
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
    #expect(results.first?.remark == .ended("succeeded"))
  }

  @Test func `a task that does not stop is not deleted`() async {
    let backend = ScriptedBackend([1: .running], looksUntilStopped: .max)
    let results = await run(
      .stopThenDelete, backend,
      patience: Patience(
        untilSettled: .milliseconds(5), firstPause: .milliseconds(1), deleteAttempts: 5))
    #expect(results.map(\.outcome) == [.failed])
    #expect(results.first?.problem?.english.contains("it is not stopped after") == true)
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

  @Test func `refused credentials end the rest, so that the key is not locked`() async throws {
    let backend = FakeBackend()
    await backend.setMood(.failing(APIProblem(kind: .credentials, sentence: "refused")))
    let performing = Performing(
      action: TaskAction.delete, runner: ActionRunner(backend: backend, journal: nil))
    let tasks = (1...20).map { MigrationTask(id: TaskID(rawValue: $0), state: .stopped) }
    let consent = try #require(performing.consent(toActOn: tasks))
    let results = await performing.runner.carryOut(consent)
    #expect(results.filter { $0.outcome == .skipped }.count >= 12)
    #expect(results.count == 20)
  }

  @Test func `an action that is called off skips what was not begun`() async {
    let backend = ScriptedBackend([1: .running], looksUntilStopped: .max)
    let (steps, step) = AsyncStream.makeStream(of: ActionStep.self)
    let action = Task { await run(.stopThenDelete, backend) { step.yield($1) } }
    for await step in steps where step == .waitingUntilStopped { break }
    action.cancel()
    let results = await action.value
    #expect(results.map(\.outcome) == [.failed])
    #expect(results.first?.problem?.kind == .cancelled)
    #expect(await backend.ids == [1])
  }

  @Test func `limits are replaced once, and again is nothing to do`() async {
    let windows = [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 5_242_880)]
    let backend = ScriptedBackend([1: .running])
    #expect(await run(.limit(windows), backend).map(\.outcome) == [.done])
    #expect(await run(.limit(windows), backend).first?.remark == .limitedAlready)
    #expect(await backend.calls == ["bandwidth 1"])
  }

  @Test func `the limit of a task that has succeeded is refused`() async {
    let windows = [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 5_242_880)]
    let results = await run(.limit(windows), ScriptedBackend([1: .succeeded]))
    #expect(results.first?.problem?.code == "OMS.0086")
  }
}
