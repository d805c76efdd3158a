import FoundationEssentials
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

/// When somebody last looked, kept from one run to the next.
struct LookMemoryTests {
  private static let date = Date(timeIntervalSince1970: 1_770_000_000)

  private static func task(_ id: Int64, _ state: TaskState) -> MigrationTask {
    var task = MigrationTask(id: TaskID(rawValue: id), name: "task \(id)", state: state)
    task.startedAt = Date(timeIntervalSince1970: 1_769_999_999.123)
    return task
  }

  @Test func `a look comes back as it was, for its profile alone`() throws {
    try TemporaryDirectory.with { directory in
      let memory = LookMemory(path: directory.path.appending("looks.json"))
      #expect(memory.look(at: "prod") == nil)
      let waiting = MigrationTask(id: TaskID(rawValue: 3), name: "季度", state: .waiting)
      let look = LastLook(at: Self.date, open: [Self.task(1, .running), waiting])
      memory.remember(look, at: "prod")
      memory.remember(LastLook(at: Self.date, open: []), at: "other")
      let kept = try #require(memory.look(at: "prod"))
      #expect(kept == look)
      // The same run is not taken for another.
      var now = Self.task(1, .running)
      #expect(TaskHappening.between(kept.open[0], now) == [])
      now.state = .failed
      #expect(TaskHappening.between(kept.open[0], now) == [.failed])
    }
  }

  @Test func `an older look than the one that is kept changes nothing`() throws {
    try TemporaryDirectory.with { directory in
      let memory = LookMemory(path: directory.path.appending("looks.json"))
      memory.remember(LastLook(at: Self.date, open: []), at: "prod")
      memory.remember(LastLook(at: Self.date.addingTimeInterval(-60), open: []), at: "prod")
      #expect(memory.look(at: "prod")?.at == Self.date)
    }
  }

  @Test func `what was seen is told once, and of what nobody saw who stopped it`() throws {
    try TemporaryDirectory.with { directory in
      let journal = Journal(path: directory.path.appending("journal.jsonl"))
      let log = SeenLog(path: directory.path.appending("seen.jsonl"), journal: journal)
      let (failed, stopped, other) = (
        Self.task(1, .failed), Self.task(2, .stopped), Self.task(3, .stopped)
      )
      try log.note([.init(.failed, failed)], at: Self.date, on: "prod")
      try log.note([.init(.finished, failed)], at: Self.date, on: "other")
      try log.note([.init(.started, failed)], at: Self.date.addingTimeInterval(-60), on: "prod")
      try journal.append(.action("stop", on: stopped, profile: "prod"))
      let events = try log.past(
        since: Self.date.addingTimeInterval(-1),
        unseen: [.init(.failed, failed), .init(.stopped, stopped), .init(.stopped, other)],
        on: "prod", limit: 9)
      func event(_ happening: TaskHappening, _ task: MigrationTask, _ at: Date?, _ by: Doer?)
        -> PastEvent
      {
        PastEvent(at: at, happening, TaskTarget(id: task.id, name: task.name), by: by)
      }
      #expect(
        events == [
          event(.stopped, stopped, nil, .you), event(.stopped, other, nil, .another),
          event(.failed, failed, Self.date, nil),
        ])
    }
  }
}
