import TestSupport
import Foundation
import Testing

@testable import MigrationService

/// What the command line changes at a service of v2.
struct V2ChangeTests {
  static let tasks = [
    ServedTask(104, "logs", status: 2),
    ServedTask(103, "photos", status: 4),
    ServedTask(102, "videos", status: 3),
    ServedTask(101, "first", status: 5),
  ]

  func state(of id: Int64, _ session: V2Session) async -> Int? {
    await session.service.tasks.first { $0.id == id }?.status
  }

  @Test func `a stop is accepted, and said to be no more than that`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("stop", "104", "--yes", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([ListedResult].self) == [ListedResult(id: 104, outcome: "accepted")])
      #expect(await state(of: 104, session) == 7)
      #expect(await session.service.changes == ["POST tasks/104/stop"])
    }
  }

  @Test func `a stop that waits returns when the task has stopped`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("stop", "104", "--yes", "--wait", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([ListedResult].self) == [ListedResult(id: 104, outcome: "done")])
      #expect(await state(of: 104, session) == 3)
      #expect(await session.service.changes == ["POST tasks/104/stop"])
    }
  }

  @Test func `what is stopped already is done`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("stop", "102", "--yes")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("stopped already"))
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test(arguments: [6, 7])
  func `a task that tries again or stops already is deleted once it has stopped`(
    status: Int
  ) async throws {
    let task = ServedTask(105, "again", status: status, coming: status == 7 ? [7, 3] : [])
    try await V2Session.with([task]) { session in
      let outcome = try await session.ferry("delete", "105", "--stop-first", "--yes")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(await session.service.tasks.isEmpty)
      let stops = await session.service.changes.filter { $0.hasSuffix("/stop") }
      #expect(stops.count == (status == 6 ? 1 : 0))
    }
  }

  @Test func `a running task is not deleted`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("delete", "104", "--yes", "--output", "json")
      #expect(outcome.status == 1)
      let results = try outcome.json([ListedResult].self)
      #expect(results.map(\.outcome) == ["refused"])
      #expect(results.first?.error?.code == "OMS.0063")
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `a deletion that stops first survives the refusal that comes late`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry(
        "delete", "104", "--stop-first", "--yes", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([ListedResult].self) == [ListedResult(id: 104, outcome: "done")])
      #expect(await state(of: 104, session) == nil)
      #expect(
        await session.service.changes == [
          "POST tasks/104/stop", "DELETE tasks/104", "DELETE tasks/104",
        ])
    }
  }

  @Test func `a deletion of what is gone is done`() async throws {
    try await V2Session.with(Self.tasks) { session in
      _ = try await session.ferry("delete", "103", "--yes")
      let outcome = try await session.ferry("delete", "103", "--yes")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("gone already"))
    }
  }

  @Test func `some done and some refused is a status of its own`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry(
        "delete", "104", "103", "102", "--yes", "--output", "json")
      #expect(outcome.status == 3)
      let results = try outcome.json([ListedResult].self)
      #expect(results.map(\.outcome) == ["refused", "done", "done"])
      #expect(await session.service.tasks.map(\.id) == [104, 101])
    }
  }

  @Test func `the tasks that pass a filter are deleted, and no others`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("delete", "--filter", "state:failed", "--yes")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(await session.service.changes == ["DELETE tasks/103"])
    }
  }

  @Test(
    arguments: [
      (
        ["--limit", "08:00-18:59=20MiB", "19:00-23:59=200MiB"],
        """
        {"bandwidth_policy": [{"start": "08:00", "end": "18:59", "max_bandwidth": 20971520},
                              {"start": "19:00", "end": "23:59", "max_bandwidth": 209715200}]}
        """
      ),
      (["--none"], #"{"bandwidth_policy": []}"#),
    ])
  func `speed limits are replaced by all that were said`(
    arguments: [String], body: String
  ) async throws {
    var task = ServedTask(104, "logs")
    task.order.bandwidthPolicy = [.init(start: "00:00", end: "23:59", maxBandwidth: 5_242_880)]
    try await V2Session.with([task]) { session in
      let outcome = try await session.ferry(["bandwidth", "104"] + arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      let change = try #require(
        await session.service.seen.first { $0.call == "PUT tasks/104/bandwidth-policy" })
      #expect(try change.body == JSON(body))
    }
  }

  @Test func `a limit that only v1 takes is refused in one line`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("bandwidth", "104", "--limit", "1GiB")
      #expect(outcome.status == 1)
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(outcome.error.contains("200 MiB/s"), "\(outcome.error)")
      #expect(outcome.error.contains("OMS.0084"), "\(outcome.error)")
    }
  }

  @Test func `a dry run changes nothing`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("delete", "104", "--stop-first", "--dry-run")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("104"))
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `the history tells of all of it`() async throws {
    try await V2Session.with(Self.tasks) { session in
      _ = try await session.ferry("stop", "104", "--yes", "--wait")
      _ = try await session.ferry("delete", "103", "--yes")
      let history = try await session.home.ferry("history").output.split(separator: "\n")
      #expect(history.count == 3)
      #expect(history.contains { $0.contains("stop") && $0.contains("104") && $0.contains("done") })
      #expect(history.contains { $0.contains("delete") && $0.contains("photos") })
    }
  }
}
