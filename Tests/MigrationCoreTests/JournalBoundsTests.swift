import Foundation
import PrivateFiles
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct JournalBoundsTests {
  private static func task(_ id: Int64, description: String = "d") -> MigrationTask {
    var task = MigrationTask(id: TaskID(rawValue: id), name: "task-\(id)", state: .stopped)
    task.settings.description = description
    return task
  }

  /// Lets `body` have a journal with bounds of its own.
  private func with<Value>(
    _ bounds: Journal.Bounds, _ body: (Journal, FilePath) async throws -> Value
  ) async throws -> Value {
    try await TemporaryDirectory.with { directory in
      let path = directory.path.appending("journal.jsonl")
      return try await body(Journal(path: path, bounds: bounds), path)
    }
  }

  private func write(
    _ verb: String, _ task: MigrationTask, _ outcome: ActionOutcome, in journal: Journal
  ) throws {
    let record = JournalRecord.action(verb, on: task, profile: "p")
    try journal.append(record)
    try journal.append(record.ended(outcome))
  }

  @Test func `it stays short and keeps the latest, and what deleted tasks were`() async throws {
    let bounds = Journal.Bounds(recent: 20_000, definitions: 1 << 20)
    try await with(bounds) { journal, path in
      for id in 1...20 as ClosedRange<Int64> {
        try write("delete", Self.task(id), .done, in: journal)
      }
      for id in 21...22 as ClosedRange<Int64> {
        try write("delete", Self.task(id), .refused, in: journal)
      }
      for _ in 0..<300 { try write("stop", Self.task(99), .accepted, in: journal) }
      let size = try #require(try PrivateFiles.contents(of: path)).count
      #expect(size < 45_000)
      let actions = try journal.latest(.max)
      let deleted = actions.filter { $0.begin.action == "delete" }
      #expect(deleted.map(\.task) == Array(1...20))
      #expect(deleted.allSatisfy { $0.begin.definition != nil && $0.end?.outcome == "done" })
      #expect(actions.last?.begin.action == "stop")
      #expect(actions.last?.end?.outcome == "accepted")
    }
  }

  @Test func `of a task that was deleted twice the later definition is kept`() async throws {
    let bounds = Journal.Bounds(recent: 4_000, definitions: 1 << 20)
    try await with(bounds) { journal, _ in
      try write("delete", Self.task(1, description: "early"), .done, in: journal)
      try write("delete", Self.task(1, description: "late"), .done, in: journal)
      for _ in 0..<50 { try write("stop", Self.task(99), .accepted, in: journal) }
      let kept = try journal.latest(.max) { $0.begin.action == "delete" }
      #expect(kept.map(\.begin.definition?.settings.description) == ["late"])
    }
  }

  @Test func `definitions have a bound of their own, and the oldest go`() async throws {
    let bounds = Journal.Bounds(recent: 4_000, definitions: 6_000)
    try await with(bounds) { journal, path in
      for id in 1...200 { try write("delete", Self.task(Int64(id)), .done, in: journal) }
      #expect(try #require(try PrivateFiles.contents(of: path)).count < 20_000)
      let kept = try journal.latest(.max).compactMap(\.task)
      #expect(kept.last == 200)
      #expect(kept == Array(Int64(200 - kept.count + 1)...200))
    }
  }

  @Test func `programs that write while it is shortened lose no line`() async throws {
    let bounds = Journal.Bounds(recent: 30_000, definitions: 1 << 20)
    try await with(bounds) { _, path in
      try await withThrowingTaskGroup { group in
        for writer in 0..<4 {
          group.addTask {
            // Each has a journal of its own on the same file, as another program has.
            let journal = Journal(path: path, bounds: bounds)
            for number in 0..<60 {
              try write(
                "delete", Self.task(Int64(writer * 1000 + number)), .done, in: journal)
            }
          }
        }
        try await group.waitForAll()
      }
      let kept = Set(try Journal(path: path).latest(.max).compactMap(\.task))
      #expect(kept.count == 240)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `the latest action of a long journal is found from its end`() async throws {
    try await with(.standard) { journal, path in
      try write("stop", Self.task(1), .done, in: journal)
      let line = try #require(try PrivateFiles.contents(of: path))
      // A hole that nobody reads through before the time is up.
      let hole: Int64 = 1 << 36
      let file = try FileDescriptor.open(path, .writeOnly)
      try file.closeAfter {
        try file.resize(to: hole)
        try file.writeAll(toAbsoluteOffset: hole, [UInt8(ascii: "\n")] + line)
      }
      #expect(try journal.latest(1).count == 1)
    }
  }

  @Test func `what the journal knows is told by profile`() async throws {
    try await with(.standard) { journal, _ in
      try write("delete", Self.task(7), .done, in: journal)
      #expect(journal.knows(TaskID(rawValue: 7), MigrationTask.self, on: "p"))
      #expect(!journal.knows(TaskID(rawValue: 7), MigrationTask.self, on: "q"))
      #expect(!journal.knows(TaskID(rawValue: 8), MigrationTask.self, on: "p"))
    }
  }

  @Test func `only what is not older than asked for is told`() async throws {
    try await with(.standard) { journal, _ in
      var old = JournalRecord.action("stop", on: Self.task(1), profile: "p")
      old.at = Date(timeIntervalSince1970: 1_700_000_000)
      try journal.append(old)
      try write("stop", Self.task(2), .done, in: journal)
      #expect(try journal.latest(9, since: Date(timeIntervalSinceNow: -60)).map(\.task) == [2])
      #expect(try journal.latest(9).map(\.task) == [1, 2])
    }
  }
}
