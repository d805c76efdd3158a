import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Migration
@testable import MigrationCore

struct CutOffTests {
  private static func with(_ body: (Journal) throws -> Void) throws {
    try TemporaryDirectory.with { try body(Journal(path: $0.path.appending("journal.jsonl"))) }
  }

  /// The first line of an action, by this process or one that has ended.
  private static func begun(_ id: Int64, byUs: Bool = false, on profile: String = "p")
    -> JournalRecord
  {
    let task = MigrationTask(id: TaskID(rawValue: id), name: "task-\(id)", state: .stopped)
    var record = JournalRecord.action("delete", on: task, profile: profile)
    // No process has this number, which is above the largest there can be.
    if !byUs { record.process = .max }
    return record
  }

  private static let lost = APIProblem(.unwritable, kind: .unreachable).withDoubt

  @Test func `an action whose end nobody saw is told once`() throws {
    try Self.with { journal in
      try journal.append(Self.begun(1))
      let told = try journal.takeCutOff(on: "p")
      #expect(told == [CutOffAction(verb: "delete", id: "1", name: "task-1")])
      #expect(try journal.takeCutOff(on: "p").isEmpty)
      #expect(try journal.latest(.max).map(\.end?.outcome) == ["not known"])
    }
  }

  @Test func `an action that is in doubt is told once, and keeps its outcome`() throws {
    try Self.with { journal in
      let begin = Self.begun(1)
      try journal.append(begin)
      try journal.append(begin.ended(.failed, problem: Self.lost))
      #expect(try journal.takeCutOff(on: "p").count == 1)
      #expect(try journal.takeCutOff(on: "p").isEmpty)
      #expect(try journal.latest(.max).map(\.end?.outcome) == ["failed"])
    }
  }

  @Test func `what ended, well or badly, is not told`() throws {
    try Self.with { journal in
      let looked = Self.lost.with(.state("stopped"))
      let problems = [nil, APIProblem(.unwritable, kind: .server), looked]
      for (id, problem) in problems.enumerated() {
        let begin = Self.begun(Int64(id))
        try journal.append(begin)
        try journal.append(begin.ended(problem == nil ? .done : .failed, problem: problem))
      }
      #expect(try journal.takeCutOff(on: "p").isEmpty)
    }
  }

  @Test func `what another process is at is left to it`() throws {
    try Self.with { journal in
      try journal.append(Self.begun(1, byUs: true))
      #expect(try journal.takeCutOff(on: "p").isEmpty)
    }
  }

  @Test func `what was on another profile, or long ago, is not told`() throws {
    try Self.with { journal in
      try journal.append(Self.begun(1, on: "q"))
      var old = Self.begun(2)
      old.at = Date(timeIntervalSinceNow: -8 * 86_400)
      try journal.append(old)
      #expect(try journal.takeCutOff(on: "p").isEmpty)
    }
  }

  @Test func `nothing was ever done`() throws {
    try Self.with { journal in
      let told = try journal.takeCutOff(on: "p")
      #expect(told.isEmpty)
    }
  }

  @Test func `what was told stays told when the journal is made shorter`() throws {
    try TemporaryDirectory.with { directory in
      let bounds = Journal.Bounds(recent: 2000, definitions: 1 << 20)
      let journal = Journal(path: directory.path.appending("journal.jsonl"), bounds: bounds)
      let begin = Self.begun(1)
      try journal.append(begin)
      try journal.append(begin.ended(.failed, problem: Self.lost))
      #expect(try journal.takeCutOff(on: "p").count == 1)
      for id in 2...60 as ClosedRange<Int64> {
        let other = Self.begun(id)
        try journal.append(other)
        try journal.append(other.ended(.done))
      }
      #expect(try journal.takeCutOff(on: "p").isEmpty)
      let kept = try #require(try journal.latest(.max).first { $0.task == 1 })
      #expect(kept.begin.definition != nil)
      #expect(kept.end?.outcome == "failed")
    }
  }
}
