import Foundation
import PrivateFiles
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct JournalTests {
  private let task: MigrationTask = {
    var task = MigrationTask(id: TaskID(rawValue: 7), name: "evil\nname", state: .stopped)
    task.source = StorageLocation(provider: "S3", region: "http://h", bucket: "b", keys: ["k/"])
    return task
  }()

  @Test func `an action has a line before it is sent and one after`() throws {
    try TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("state").appending("journal.jsonl"))
      let record = JournalRecord.action("delete", on: task, profile: "p")
      try Journal.begin(record, in: journal)
      let before = try journal.records()
      try journal.append(record.ended(ActionResult(task.target, .done)))
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
      try Journal.begin(.action("stop", on: task, profile: "p"), in: Journal(path: path))
      let file = try FileManager.default.attributesOfItem(atPath: path.string)
      let folder = try FileManager.default.attributesOfItem(
        atPath: path.removingLastComponent().string)
      #expect(file[.posixPermissions] as? Int == 0o600)
      #expect(folder[.posixPermissions] as? Int == 0o700)
    }
  }

  @Test(arguments: ["{\"at\":\"2024-", "\n", "{}\n", "\u{0}\u{0}\u{0}", "\n\n{\"a", "not JSON"])
  func `what is no line costs no other`(rubbish: String) throws {
    try TemporaryDirectory.with { directory in
      let path = directory.path.appending("journal.jsonl")
      let journal = Journal(path: path)
      try Journal.begin(.action("stop", on: task, profile: "p"), in: journal)
      let whole = try #require(try PrivateFiles.contents(of: path))
      try PrivateFiles.replace(path, with: whole + Data(rubbish.utf8))
      try Journal.begin(.action("delete", on: task, profile: "p"), in: journal)
      let records = try journal.records()
      #expect(records.map(\.action) == ["stop", "delete"])
    }
  }

  @Test func `all settings of a deleted task can be read back`() throws {
    try TemporaryDirectory.with { directory in
      var task = task
      task.settings.description = "photos of 2024"
      task.settings.bandwidth = [
        BandwidthWindow(start: "08:00", end: "18:00", maxBandwidth: 5_242_880)
      ]
      task.settings.changedSince = Date(timeIntervalSince1970: 1_700_000_000)
      task.settings.overwriteMode = "NO_OVERWRITE"
      task.settings.listFile = ListFile(bucket: "lists", key: "photos.txt", count: "1")
      task.settings.sourceDomain = SourceDomain(
        domain: "cdn.example.com", scheme: "https", authentication: "NONE")
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      try Journal.begin(.action("delete", on: task, profile: "p"), in: journal)
      let definition = try #require(try journal.records().first?.definition)
      #expect(definition.settings == task.settings)
      #expect(definition.source.location == task.source)
    }
  }

  @Test func `a definition from before there were more settings can be read`() throws {
    try TemporaryDirectory.with { directory in
      let side = #"{"provider":"S3","region":"http://h","bucket":"b","keys":[]}"#
      try directory.write(
        #"{"action":"delete","at":"2026-01-01T00:00:00Z","entry":"e","profile":"p","definition":"#
          + #"{"source":\#(side),"destination":\#(side),"kind":"object","description":"d","#
          + #""bandwidth":[],"threads":4}}"# + "\n",
        to: "journal.jsonl")
      let records = try Journal(path: directory.path.appending("journal.jsonl")).records()
      #expect(records.first?.definition?.settings.threads == 4)
    }
  }

  @Test func `actions are paired with their ends, and one without an end is kept`() throws {
    try TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      let record = JournalRecord.action("stop", on: task, profile: "p")
      let lost = JournalRecord.action("delete", on: task, profile: "p")
      for line in [record, lost, record.ended(.accepted), record.ended(.done)] {
        try journal.append(line)
      }
      let actions = try journal.latest(10)
      #expect(actions.map(\.begin.action) == ["stop", "delete"])
      #expect(actions.map(\.end?.outcome) == ["done", nil])
      #expect(actions.map(\.records.count) == [2, 1])
      #expect(try journal.latest(1).map(\.begin.action) == ["delete"])
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
          group.addTask {
            try Journal.begin(.action("stop", on: task, profile: "p"), in: journal)
          }
        }
        try await group.waitForAll()
      }
      let records = try journal.records()
      #expect(records.count == 50)
    }
  }
}
