import Foundation
import SystemPackage
import Testing
import TestSupport

@testable import MigrationAPI

struct JournalTests {
  private let task: MigrationTask = {
    var task = MigrationTask(id: TaskID(rawValue: 7), name: "evil\nname", state: .stopped)
    task.source = StorageLocation(provider: "S3", region: "http://h", bucket: "b", keys: ["k/"])
    return task
  }()

  @Test func `an action has a line before it is sent and one after`() throws {
    try TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("state").appending("journal.jsonl"))
      let entry = try Journal.begin(journal, .delete, task: task, profile: "p")
      let before = try journal.records()
      entry.end(ActionResult(id: task.id, name: task.name, outcome: .done))
      let after = try journal.records()

      #expect(before.map(\.outcome) == [nil])
      #expect(before.first?.definition?.source.keys == ["k/"])
      #expect(after.map(\.outcome) == [nil, "done"])
      #expect(Set(after.map(\.entry)).count == 1)
    }
  }

  @Test func `the file is for its owner alone`() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path.appending("state").appending("journal.jsonl")
      _ = try Journal.begin(Journal(path: path), .stop, task: task, profile: "p")
      let file = try FileManager.default.attributesOfItem(atPath: path.string)
      let folder = try FileManager.default.attributesOfItem(
        atPath: path.removingLastComponent().string)
      #expect(file[.posixPermissions] as? Int == 0o600)
      #expect(folder[.posixPermissions] as? Int == 0o700)
    }
  }

  @Test func `a line that was cut short hides no other`() throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path.appending("journal.jsonl")
      try directory.write("{\"at\":\"2024-\n", to: "journal.jsonl")
      _ = try Journal.begin(Journal(path: path), .stop, task: task, profile: "p")
      let records = try Journal(path: path).records()
      #expect(records.map(\.action) == ["stop"])
    }
  }

  @Test func `no file is an empty journal`() throws {
    try TemporaryDirectory.with { directory in
      let records = try Journal(path: directory.path.appending("none")).records()
      #expect(records.isEmpty)
    }
  }

  @Test func `writers at once lose no line`() async throws {
    try await TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      try await withThrowingTaskGroup { group in
        for _ in 0..<50 {
          group.addTask { _ = try Journal.begin(journal, .stop, task: task, profile: "p") }
        }
        try await group.waitForAll()
      }
      let records = try journal.records()
      #expect(records.count == 50)
    }
  }
}
