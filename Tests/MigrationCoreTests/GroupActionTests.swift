import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct GroupActionTests {
  private static let id = TaskGroupID(rawValue: "g1")

  private func run(
    _ action: GroupAction, _ backend: FakeGroupBackend, waits: Bool = false,
    journal: Journal? = nil, patience: Patience = Performing<GroupAction>.patience
  ) async -> [GroupActionResult] {
    await Performing(
      action: action, waits: waits,
      runner: ActionRunner(backend: backend, journal: journal, patience: patience)
    ).run(on: [Self.id])
  }

  private func backend(
    _ state: TaskGroupState, looksUntilSettled: Int = 2, stoppedAs: TaskGroupState = .stopped,
    lateRefusals: Int = 0
  ) -> FakeGroupBackend {
    FakeGroupBackend(
      [TaskGroup(id: Self.id, state: state)], looksUntilSettled: looksUntilSettled,
      stoppedAs: stoppedAs, lateRefusals: lateRefusals)
  }

  @Test(arguments: [
    (GroupAction.stop, TaskGroupState.creating), (.stop, .running), (.delete, .waiting),
    (.delete, .stopped), (.delete, .creationFailed), (.delete, .failed), (.delete, .succeeded),
    (.start, .stopped), (.retry(failedOnly: false), .creationFailed),
    (.retry(failedOnly: true), .failed),
  ])
  func `what the state allows is sent once`(action: GroupAction, state: TaskGroupState) async {
    let backend = backend(state)
    let results = await run(action, backend)
    #expect(results.compactMap(\.problem).isEmpty)
    #expect(await backend.orders.count == 1)
  }

  @Test(arguments: [
    (GroupAction.stop, TaskGroupState.waiting, "OMS.1038"), (.stop, .succeeded, "OMS.1038"),
    (.stop, .failed, "OMS.1038"), (.stop, .deleting, "OMS.1038"),
    (.delete, .creating, "OMS.1036"), (.delete, .running, "OMS.1036"),
    (.delete, .stopping, "OMS.1036"), (.start, .running, "OMS.1039"), (.start, .failed, "OMS.1039"),
    (.start, .succeeded, "OMS.1039"), (.retry(failedOnly: false), .stopped, "OMS.1040"),
    (.retry(failedOnly: false), .running, "OMS.1040"), (.stop, .unknown(42), "OMS.1036"),
    (.delete, .unknown(42), "OMS.1036"),
  ])
  func `what the state does not allow is refused and not sent`(
    action: GroupAction, state: TaskGroupState, code: String
  ) async {
    let backend = backend(state)
    let results = await run(action, backend)
    #expect(results.map(\.outcome) == [.refused])
    #expect(results.first?.problem?.code == code)
    #expect(await backend.orders.isEmpty)
  }

  @Test func `a stop is accepted, and done only when it was waited for`() async {
    #expect(await run(.stop, backend(.running)).map(\.outcome) == [.accepted])
    let backend = backend(.running, looksUntilSettled: 4)
    #expect(await run(.stop, backend, waits: true).map(\.outcome) == [.done])
    #expect(await backend.groups.map(\.state) == [.stopped])
  }

  @Test func `stopping what has stopped already is done`() async {
    let backend = backend(.stopped)
    #expect(await run(.stop, backend).first?.remark == .stoppedAlready)
    #expect(await backend.orders.isEmpty)
  }

  @Test func `a group that succeeds before it can stop is said to have done so`() async {
    let results = await run(.stop, backend(.running, stoppedAs: .succeeded), waits: true)
    #expect(results.map(\.outcome) == [.done])
    #expect(results.first?.remark == .ended("succeeded"))
  }

  @Test func `a delete is accepted, and done once the group is gone`() async {
    #expect(await run(.delete, backend(.stopped)).map(\.outcome) == [.accepted])
    let backend = backend(.stopped, looksUntilSettled: 3)
    #expect(await run(.delete, backend, waits: true).map(\.outcome) == [.done])
    #expect(await backend.groups.isEmpty)
  }

  @Test func `deleting what is being deleted already is not sent again`() async {
    let backend = backend(.waitingForDeletion)
    let results = await run(.delete, backend)
    #expect(results.map(\.outcome) == [.accepted])
    #expect(results.first?.remark == .leavingAlready)
    #expect(await backend.orders.isEmpty)
  }

  @Test func `a running group is stopped, waited for and deleted`() async {
    let backend = backend(.running, looksUntilSettled: 3)
    let results = await run(.stopThenDelete, backend, waits: true)
    #expect(results.map(\.outcome) == [.done])
    #expect(await backend.orders == ["stop g1", "delete g1"])
    #expect(await backend.groups.isEmpty)
  }

  @Test func `a group that is stopping is waited for before it is deleted`() async {
    let backend = backend(.stopping)
    #expect(await run(.stopThenDelete, backend).map(\.outcome) == [.accepted])
    #expect(await backend.orders == ["delete g1"])
  }

  @Test func `stopping what is stopping already is waiting for it`() async {
    let backend = backend(.stopping)
    #expect(await run(.stop, backend).first?.remark == .stoppingAlready)
    #expect(await run(.stop, backend, waits: true).map(\.outcome) == [.done])
    #expect(await backend.orders.isEmpty)
  }

  @Test(arguments: [GroupAction.delete, .stopThenDelete])
  func `a delete that is refused just after the stop is repeated`(action: GroupAction) async {
    let backend = backend(.stopped, lateRefusals: 3)
    #expect(await run(action, backend).map(\.outcome) == [.accepted])
    #expect(await backend.orders.count == 4)
  }

  @Test func `a group that is no longer as it was shown is left alone`() async throws {
    let backend = backend(.running)
    let performing = Performing(
      action: GroupAction.stopThenDelete, runner: ActionRunner(backend: backend, journal: nil))
    let shown = TaskGroup(id: Self.id, state: .failed)
    let consent = try #require(performing.consent(toActOn: [shown]))
    let results = await performing.runner.carryOut(consent)
    #expect(results.map(\.outcome) == [.skipped])
    #expect(await backend.orders.isEmpty)
  }

  @Test func `deleting what never was is no success`() async {
    let results = await run(.delete, FakeGroupBackend([]))
    #expect(results.map(\.outcome) == [.failed])
    #expect(results.first?.problem?.english.contains("there is no such group") == true)
  }

  @Test func `a group that does not stop is given up on, in words`() async {
    let patience = Patience(
      untilSettled: .milliseconds(5), firstPause: .milliseconds(1), deleteAttempts: 1)
    let results = await run(
      .stop, backend(.running, looksUntilSettled: .max), waits: true, patience: patience)
    #expect(results.first?.problem?.english.contains("it is not stopped after") == true)
  }

  @Test func `a retry is given the keys`() async throws {
    let backend = backend(.failed)
    let keys = TransferKeys(
      source: StorageKeys(accessKey: "a", secretKey: Secret("s")), destination: nil)
    let performing = Performing(
      action: GroupAction.retry(failedOnly: true),
      runner: ActionRunner(backend: backend, journal: nil))
    let consent = try #require(
      performing.consent(toActOn: [TaskGroup(id: Self.id, state: .failed)]))
    _ = await performing.runner.carryOut(consent, keys: [Self.id: keys])
    #expect(await backend.startKeys[Self.id] == keys)
    #expect(await backend.orders == ["retry failed g1"])
  }

  @Test func `an action on a group is in the journal`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      _ = await run(.stop, backend(.running), journal: journal)
      let records = try journal.records()
      #expect(records.map(\.group) == ["g1", "g1"])
      #expect(records.map(\.outcome) == [nil, "accepted"])
      #expect(journal.knows(Self.id, TaskGroup.self, on: "p"))
      #expect(!journal.knows(TaskGroupID(rawValue: "g2"), TaskGroup.self, on: "p"))
    }
  }

  @Test(arguments: [0, 1, 99, 100, 101, 250])
  func `all groups are read, each once`(count: Int) async throws {
    let groups = (0..<count).map { TaskGroup(id: TaskGroupID(rawValue: "g\($0)"), state: .running) }
    let page = try await FakeGroupBackend(groups).listAllGroups()
    #expect(page.groups.map(\.id) == groups.map(\.id))
  }

  @Test func `v1 says that it has no groups`() async {
    let problem = await #expect(throws: APIProblem.self) {
      try await ScriptedBackend([:]).groups()
    }
    #expect(problem?.english.contains("--api v2") == true)
  }
}
