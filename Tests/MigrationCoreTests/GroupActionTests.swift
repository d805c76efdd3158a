import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct GroupActionTests {
  private static let patience = ActionRunner.Patience(
    untilStopped: .seconds(20), firstPause: .milliseconds(1), deleteAttempts: 5)
  private static let id = TaskGroupID(rawValue: "g1")

  private func run(
    _ action: GroupAction, _ backend: FakeGroupBackend, waits: Bool = false,
    patience: ActionRunner.Patience = Self.patience
  ) async -> [GroupActionResult] {
    await GroupActionRunner(backend: backend, journal: nil, profile: "p", patience: patience)
      .run(action, on: [GroupTarget(id: Self.id, name: "")], waits: waits)
  }

  private func backend(
    _ state: TaskGroupState, looksUntilSettled: Int = 2, stoppedAs: TaskGroupState = .stopped,
    refusal: APIProblem? = nil
  ) -> FakeGroupBackend {
    FakeGroupBackend(
      [TaskGroup(id: Self.id, state: state)], looksUntilSettled: looksUntilSettled,
      stoppedAs: stoppedAs, refusal: refusal)
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
    (GroupAction.stop, TaskGroupState.waiting, "OMS.1038"), (.stop, .stopping, "OMS.1038"),
    (.stop, .succeeded, "OMS.1038"), (.stop, .failed, "OMS.1038"), (.stop, .deleting, "OMS.1038"),
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
    #expect(await run(.stop, backend).first?.remark == "it is stopped already")
    #expect(await backend.orders.isEmpty)
  }

  @Test func `a group that succeeds before it can stop is said to have done so`() async {
    let results = await run(.stop, backend(.running, stoppedAs: .succeeded), waits: true)
    #expect(results.map(\.outcome) == [.done])
    #expect(results.first?.remark?.contains("succeeded") == true)
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
    #expect(results.first?.remark == "it is being deleted already")
    #expect(await backend.orders.isEmpty)
  }

  @Test func `deleting what is gone is done`() async {
    let results = await run(.delete, FakeGroupBackend([]))
    #expect(results.map(\.outcome) == [.done])
    #expect(results.first?.remark?.contains("there is no such") == true)
  }

  @Test func `a group that does not stop is given up on, in words`() async {
    let patience = ActionRunner.Patience(
      untilStopped: .milliseconds(5), firstPause: .milliseconds(1), deleteAttempts: 1)
    let results = await run(
      .stop, backend(.running, looksUntilSettled: .max), waits: true, patience: patience)
    #expect(results.first?.problem?.sentence.contains("is not stopped after") == true)
  }

  @Test func `a service that stops no group whose tasks are being made is explained`() async {
    let refusal = APIProblem(kind: .wrongState, code: "OMS.1038", sentence: "only monitoring ones")
    let results = await run(.stop, backend(.creating, refusal: refusal))
    #expect(results.map(\.outcome) == [.refused])
    #expect(results.first?.problem?.sentence.contains("while its tasks are being made") == true)
  }

  @Test func `a retry is given the keys`() async {
    let backend = backend(.failed)
    let keys = TransferKeys(
      source: StorageKeys(accessKey: "a", secretKey: Secret("s")), destination: nil)
    _ = await GroupActionRunner(backend: backend, journal: nil, profile: "p")
      .run(.retry(failedOnly: true), on: [GroupTarget(id: Self.id, name: "")], keys: keys)
    #expect(await backend.startKeys[Self.id] == keys)
    #expect(await backend.orders == ["retry failed g1"])
  }

  @Test func `an action on a group is in the journal`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      _ = await GroupActionRunner(backend: backend(.running), journal: journal, profile: "p")
        .run(.stop, on: [GroupTarget(id: Self.id, name: "")])
      let records = try journal.records()
      #expect(records.map(\.group) == ["g1", "g1"])
      #expect(records.map(\.outcome) == [nil, "accepted"])
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
    #expect(problem?.sentence.contains("--api v2") == true)
  }
}
