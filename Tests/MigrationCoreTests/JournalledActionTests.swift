import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct JournalledActionTests {
  /// Carries `action` out on a task in `state` and hands over what the journal has.
  private func records(
    of action: TaskAction, in state: TaskState, waits: Bool = false
  ) async throws -> [JournalRecord] {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      _ = await Performing(
        action: action, waits: waits,
        runner: ActionRunner(
          backend: ScriptedBackend([1: state]), journal: journal,
          patience: Performing<TaskAction>.patience)
      ).run(on: [TaskID(rawValue: 1)])
      return try journal.records()
    }
  }

  @Test func `a deletion leaves in the journal what the task was`() async throws {
    let records = try await records(of: .delete, in: .stopped)
    #expect(records.map(\.action) == ["delete", "delete"])
    #expect(records.first?.definition?.kind == "object")
    #expect(records.map(\.outcome) == [nil, "done"])
  }

  @Test func `each call of a plan has lines of its own, the first of them before it`() async throws
  {
    let records = try await records(of: .stopThenDelete, in: .running)
    #expect(records.map(\.action) == ["stop", "stop", "stop", "delete", "delete"])
    #expect(records.map(\.outcome) == [nil, "accepted", "done", nil, "done"])
  }

  @Test func `a stop that was waited for is done in the end`() async throws {
    let records = try await records(of: .stop, in: .running, waits: true)
    #expect(records.map(\.outcome) == [nil, "accepted", "done"])
  }

  @Test func `new limits are what the journal keeps of the task`() async throws {
    let windows = [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 5_242_880)]
    let records = try await records(of: .limit(windows), in: .running)
    #expect(records.map(\.action) == ["bandwidth", "bandwidth"])
    #expect(records.first?.definition?.settings.bandwidth == windows)
  }

  @Test func `an action that cannot be journalled is not sent`() async {
    let backend = ScriptedBackend([1: .stopped])
    let journal = Journal(path: "/proc/nowhere/journal.jsonl")
    let results = await Performing(
      action: TaskAction.delete, runner: ActionRunner(backend: backend, journal: journal)
    ).run(on: [TaskID(rawValue: 1)])
    #expect(results.map(\.outcome) == [.failed])
    #expect(await backend.calls.isEmpty)
    #expect(await backend.ids == [1])
  }
}
