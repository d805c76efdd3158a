import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct SeenLogTests {
  private static let start = Date(timeIntervalSince1970: 1_770_000_000)

  private static func task(_ state: TaskState, run: Double = 0) -> MigrationTask {
    var task = MigrationTask(id: TaskID(rawValue: 7), name: "seven", state: state)
    task.startedAt = start.addingTimeInterval(run)
    if state == .failed {
      task.outcome.failure = TaskFailure(code: "TRF.0058", message: "no such bucket")
    }
    return task
  }

  private func with(
    _ body: (SeenLog, Journal, _ other: SeenLog) throws -> Void
  ) throws {
    try TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      let path = directory.path.appending("seen.jsonl")
      try body(
        SeenLog(path: path, journal: journal, limit: 20_000), journal,
        SeenLog(path: path, journal: journal))
    }
  }

  @Test func `what was seen is told with its time and its reason`() throws {
    try with { log, _, _ in
      let at = Self.start.addingTimeInterval(60)
      try log.note([.init(.failed, Self.task(.failed))], at: at, on: "p")
      let record = try #require(try log.latest(1).first)
      #expect(record.at == at && record.happening == .failed && record.task == 7)
      #expect(record.code == "TRF.0058" && record.message == "no such bucket")
      #expect(try log.ends(on: "p")[TaskID(rawValue: 7)]?.at == at)
      #expect(try log.ends(on: "q").isEmpty)
    }
  }

  @Test func `what two programs saw is told once`() throws {
    try with { (log, _, other) throws in
      let sight = SeenLog.Sight(.finished, Self.task(.succeeded))
      #expect(try log.note([sight], at: Self.start, on: "p").count == 1)
      #expect(try other.note([sight, sight], at: Self.start + 600, on: "p").isEmpty)
      #expect(try other.note([sight], at: Self.start, on: "q").count == 1)
      let later = SeenLog.Sight(.finished, Self.task(.succeeded, run: 900))
      #expect(try other.note([later], at: Self.start + 1000, on: "p").count == 1)
    }
  }

  @Test func `a task that stalls again later is told again`() throws {
    try with { (log, _, other) throws in
      let sight = SeenLog.Sight(.stalled, Self.task(.running))
      #expect(try log.note([sight], at: Self.start, on: "p").count == 1)
      #expect(try other.note([sight], at: Self.start + 5, on: "p").isEmpty)
      #expect(try other.note([sight], at: Self.start + 500, on: "p").count == 1)
    }
  }

  @Test func `a stop is told to be yours when the journal has it, and another's when not`() throws {
    try with { log, journal, _ in
      var now = Self.task(.running)
      now.startedAt = Date(timeIntervalSinceNow: -60)
      let stop = JournalRecord.action("stop", on: now, profile: "p")
      try journal.append(stop)
      try journal.append(stop.ended(.accepted))
      now.state = .stopped
      try log.note([.init(.stopped, now)], at: Date(), on: "p")
      var again = now
      again.startedAt = Date(timeIntervalSinceNow: 60)
      try log.note([.init(.stopped, again)], at: Date(timeIntervalSinceNow: 90), on: "p")
      #expect(try log.latest().map(\.by) == [.you, .another])
    }
  }

  @Test func `a run that was started again has no end yet`() throws {
    try with { log, _, _ in
      try log.note([.init(.failed, Self.task(.failed))], at: Self.start, on: "p")
      try log.note([.init(.started, Self.task(.running, run: 9))], at: Self.start + 9, on: "p")
      #expect(try log.ends(on: "p").isEmpty)
    }
  }

  @Test func `the end of the run that a task is in is told, and no other`() throws {
    try with { log, _, _ in
      let at = Self.start.addingTimeInterval(60)
      try log.note([.init(.failed, Self.task(.failed, run: 5))], at: at, on: "p")
      let ends = EndTimes(log, on: "p")
      #expect(ends.end(of: Self.task(.failed, run: 5)) == at)
      #expect(ends.end(of: Self.task(.failed, run: 900)) == nil)
      #expect(ends.end(of: Self.task(.running, run: 5)) == nil)
      #expect(EndTimes(log, on: "q").end(of: Self.task(.failed, run: 5)) == nil)
    }
  }

  @Test func `it stays short and keeps the latest`() throws {
    try with { log, _, _ in
      for number in 0..<400 {
        let sight = SeenLog.Sight(.started, Self.task(.running, run: Double(number * 10)))
        try log.note([sight], at: Self.start + Double(number * 10), on: "p")
      }
      let records = try log.latest()
      #expect((20..<200).contains(records.count))
      #expect(records.last?.at == Self.start + 3990)
    }
  }

  @Test func `what was done and what was seen come in one order`() throws {
    try with { log, journal, _ in
      func act(_ verb: String, at seconds: Double) throws {
        var record = JournalRecord.action(verb, on: Self.task(.running), profile: "p")
        record.at = Self.start + seconds
        try journal.append(record)
      }
      try act("stop", at: 10)
      try log.note([.init(.stopped, Self.task(.stopped))], at: Self.start + 12, on: "p")
      try act("delete", at: 20)
      try log.note([.init(.gone, Self.task(.stopped))], at: Self.start + 20, on: "p")
      let history = TaskHistory(journal: journal, seen: log)
      let words = try history.latest(9).map { entry in
        switch entry {
        case .action(let action): action.begin.action
        case .seen(let record): record.seen
        }
      }
      #expect(words == ["stop", "stopped", "delete", "gone"])
      #expect(try history.latest(1).map(\.at) == [Self.start + 20])
      #expect(try history.latest(9, since: Self.start + 12).count == 3)
      #expect(try history.latest(9, task: TaskID(rawValue: 8)).isEmpty)
    }
  }
}
