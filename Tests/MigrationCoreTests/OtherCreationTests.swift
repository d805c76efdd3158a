import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// The creation of groups and synchronisation tasks, which is that of tasks with another service.
struct OtherCreationTests {
  private static let lost = APIProblem(kind: .unreachable, sentence: "the link was cut").withDoubt

  private static let task = NewTask(
    kind: .prefix, source: StorageLocation(provider: "AWS", bucket: "photos"),
    destination: StorageLocation(provider: "HuaweiCloud", bucket: "archive"),
    keys: TransferKeys())

  private static func sync(_ id: String, bucket: String, at seconds: Double) -> SyncTask {
    var task = SyncTask(id: SyncTaskID(rawValue: id), state: .synchronising)
    task.source.bucket = bucket
    task.destination.bucket = "archive"
    task.createdAt = Date(timeIntervalSince1970: seconds)
    return task
  }

  @Test func `a group is made, told and journalled with its id`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      let outcome = try await GroupCreation(
        backend: FakeGroupBackend([]), journal: journal, profile: "p"
      ).create(Self.task)
      #expect(outcome.created.id.rawValue == "group-1")
      let records = try journal.records()
      #expect(records.map(\.action) == ["create", "create"])
      #expect(records.map(\.group) == [nil, "group-1"])
      #expect(records.first?.definition?.kind == "prefix")
    }
  }

  @Test func `a synchronisation task is made, told and journalled with its id`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      let outcome = try await SyncCreation(
        backend: FakeSyncBackend([]), journal: journal, profile: "p"
      ).create(Self.task)
      #expect(outcome.created.id.rawValue == "sync-1")
      let records = try journal.records()
      #expect(records.map(\.sync) == [nil, "sync-1"])
      #expect(records.first?.definition?.kind == "sync")
    }
  }

  @Test func `one whose answer was lost is found by its time, whatever the order of the list`()
    async throws
  {
    let backend = FakeSyncBackend(
      [Self.sync("old", bucket: "photos", at: 1), Self.sync("older", bucket: "photos", at: 0)],
      losesCreation: Self.lost)
    let outcome = try await SyncCreation(backend: backend, journal: nil, profile: "p")
      .create(Self.task)
    #expect(outcome.created.id.rawValue == "sync-3")
    #expect(outcome.remark == .foundInList)
    #expect(await backend.tasks.count == 3)
  }
}
