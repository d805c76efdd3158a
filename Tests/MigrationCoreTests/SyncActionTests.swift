import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct SyncActionTests {
  private static let id = SyncTaskID(rawValue: "s1")

  private func run(
    _ action: SyncAction, _ backend: FakeSyncBackend, waits: Bool = false, journal: Journal? = nil
  ) async -> [TargetResult<SyncTaskID>] {
    await Performing(
      action: action, waits: waits,
      runner: ActionRunner(
        backend: backend, journal: journal, patience: Performing<SyncAction>.patience)
    ).run(on: [Self.id])
  }

  private func backend(_ state: SyncTaskState, looksUntilStopped: Int = 0) -> FakeSyncBackend {
    FakeSyncBackend([SyncTask(id: Self.id, state: state)], looksUntilStopped: looksUntilStopped)
  }

  @Test(arguments: [
    (SyncAction.stop, SyncTaskState.synchronising, "stop s1"), (.delete, .stopped, "delete s1"),
    (.stopThenDelete, .stopped, "delete s1"), (.start, .stopped, "start s1"),
  ])
  func `what the state allows is sent once`(
    action: SyncAction, state: SyncTaskState, order: String
  ) async {
    let backend = backend(state)
    #expect(await run(action, backend).compactMap(\.problem).isEmpty)
    #expect(await backend.orders == [order])
  }

  @Test(arguments: [
    (SyncAction.delete, SyncTaskState.synchronising, "OMS.0063"),
    (.start, .synchronising, "OMS.0065"), (.stop, .unknown("BUSY"), "OMS.0064"),
    (.delete, .unknown("BUSY"), "OMS.0064"), (.stopThenDelete, .unknown(""), "OMS.0064"),
  ])
  func `what the state does not allow is refused and not sent`(
    action: SyncAction, state: SyncTaskState, code: String
  ) async {
    let backend = backend(state)
    let results = await run(action, backend)
    #expect(results.map(\.outcome) == [.refused])
    #expect(results.first?.problem?.code == code)
    #expect(await backend.orders.isEmpty)
  }

  @Test func `a stop is accepted, and done only when it was waited for`() async {
    #expect(await run(.stop, backend(.synchronising)).map(\.outcome) == [.accepted])
    let slow = backend(.synchronising, looksUntilStopped: 3)
    #expect(await run(.stop, slow, waits: true).map(\.outcome) == [.done])
  }

  @Test func `stopping what has stopped already is done`() async {
    let backend = backend(.stopped)
    let results = await run(.stop, backend)
    #expect(results.map(\.outcome) == [.done] && results.first?.remark == .stoppedAlready)
    #expect(await backend.orders.isEmpty)
  }

  @Test func `a running one is stopped, waited for and deleted`() async {
    let backend = backend(.synchronising, looksUntilStopped: 2)
    #expect(await run(.stopThenDelete, backend).map(\.outcome) == [.done])
    #expect(await backend.orders == ["stop s1", "delete s1"])
    #expect(await backend.tasks.isEmpty)
  }

  @Test func `each call is in the journal by its id before it is sent`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      _ = await run(.stop, backend(.synchronising), journal: journal)
      let records = try journal.records()
      #expect(records.map(\.sync) == ["s1", "s1"])
      #expect(records.map(\.action) == ["stop", "stop"])
      #expect(records.last?.outcome == "accepted")
      #expect(journal.knows(Self.id, SyncTask.self, on: "p"))
      #expect(!journal.knows(SyncTaskID(rawValue: "s2"), SyncTask.self, on: "p"))
    }
  }
}
