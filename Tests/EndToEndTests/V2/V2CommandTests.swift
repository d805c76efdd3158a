import Foundation
import Testing

@testable import MigrationService

/// What the command line reads from a service of v2.
struct V2CommandTests {
  private static let tasks = [
    ServedTask(105, "photos-new", status: 1, group: "g-1"),
    ServedTask(104, "logs", status: 2, group: "g-1"),
    ServedTask(103, "photos-old", status: 4),
    ServedTask(102, "videos", status: 5),
    ServedTask(101, "first", status: 0),
  ]

  @Test func `a list is a table, and what needs a person comes first`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry("list")
      #expect(outcome.status == 0, "\(outcome.error)")
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.first?.hasPrefix("ID") == true)
      #expect(
        lines.dropFirst().compactMap { $0.split(separator: " ").first } == [
          "103", "104", "105", "101", "102",
        ])
      #expect(outcome.output.contains("waiting"))
      #expect(outcome.output.contains("initialising"))
      #expect(outcome.error.isEmpty)
    }
  }

  @Test func `a list as JSON has the members that scripts rely on`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let listed = try await session.ferry("list", "--output", "json").json([ContractTask].self)
      #expect(listed.map(\.id) == [103, 104, 105, 101, 102])
      let running = try #require(listed.first { $0.id == 104 })
      #expect(running.state == "running")
      #expect(running.progress == 0.5)
      #expect(running.speed == 1_048_576)
      #expect(running.completed_bytes == 500)
      #expect(running.total_bytes == 1000)
      #expect(running.succeeded_objects == 6)
      #expect(running.total_objects == 10)
      #expect(running.seconds_left == 61)
      #expect(running.source == "logs")
      #expect(running.destination == "archive")
      #expect(running.error == nil)
      #expect(running.started_at == "2024-06-11T09:00:00Z")
      let failed = try #require(listed.first { $0.id == 103 })
      #expect(failed.failed_objects == 1)
      #expect(failed.error?.code == "OMS.0152")
    }
  }

  @Test(
    arguments: [
      ("state:failed", ["status": "4"], [103]),
      ("group:g-1", ["group_id": "g-1"], [105, 104]),
      ("name:photos", ["task_name": "photos"], [105, 103]),
      ("photos state:failed", ["status": "4", "task_name": "photos"], [103]),
      ("group:g-1 state:running", ["status": "2", "group_id": "g-1"], [104]),
      ("state:running,waiting", [:], [105, 104]),
      ("state:initialising", [:], [101]),
      ("state:retrying", [:], []),
      ("!photos", [:], [104, 102, 101]),
      ("name:p^otos", [:], []),
      ("name:PHOTOS", ["task_name": "photos"], [105, 103]),
    ] as [(String, [String: String], [Int64])])
  func `a filter asks the service for what it can narrow`(
    filter: String, query: [String: String], ids: [Int64]
  ) async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry(
        "list", "--filter", filter, "--sort", "id:desc", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([ContractTask].self).map(\.id) == ids)
      let seen = await session.service.seen
      let asked = seen.map { $0.query.filter { !["limit", "offset"].contains($0.key) } }
      #expect(asked == [query])
    }
  }

  @Test func `a long list arrives whole, page by page`() async throws {
    let tasks = (1...250).reversed().map { ServedTask($0, "task-\($0)", status: 5) }
    try await V2Session.with(tasks) { session in
      let listed = try await session.ferry("list", "--output", "json").json([ContractTask].self)
      #expect(listed.map(\.id) == tasks.map(\.id))
    }
  }

  @Test func `of the newest, no more is asked for than is wanted`() async throws {
    let tasks = (1...250).reversed().map { ServedTask($0, "task-\($0)", status: 5) }
    try await V2Session.with(tasks) { session in
      let outcome = try await session.ferry(
        "list", "--limit", "3", "--sort", "id:desc", "--output", "json")
      #expect(try outcome.json([ContractTask].self).map(\.id) == [250, 249, 248])
      #expect(await session.service.seen.map(\.query) == [["limit": "3", "offset": "0"]])
    }
  }

  @Test func `a service without tasks has an empty list`() async throws {
    try await V2Session.with { session in
      let outcome = try await session.ferry("list", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([ContractTask].self).isEmpty)
    }
  }

  @Test func `a name from outside does nothing to the terminal`() async throws {
    try await V2Session.with([ServedTask(1, "evil\u{1B}[2J\nname")]) { session in
      let outcome = try await session.ferry("list")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(outcome.output.split(separator: "\n").count == 2)
    }
  }

  @Test func `everything about a task is shown`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let table = try await session.ferry("show", "104")
      #expect(table.status == 0, "\(table.error)")
      for words in ["104", "logs", "g-1", "running", "50", "AWS", "archive", "region-x"] {
        #expect(table.output.contains(words), "\(words)")
      }
      let json = try await session.ferry("show", "104", "--output", "json")
      #expect(try json.json(ContractTask.self).state == "running")
      #expect(await session.service.calls == ["GET tasks/104", "GET tasks/104"])
    }
  }

  @Test(arguments: [["show", "999"], ["stop", "999", "--yes"], ["start", "999", "--yes"]])
  func `a task that is not there is told in one line`(arguments: [String]) async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry(arguments)
      #expect(outcome.status == 1)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains("999"))
      #expect(outcome.error.contains("no such task"))
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test(
    arguments: [
      ["list"], ["show", "104"], ["stop", "104", "--yes"], ["delete", "104", "--yes"],
      ["start", "103", "--yes"], ["bandwidth", "104", "--none"], ["wait", "104"],
      ["group", "list"], ["group", "stop", "g-1", "--yes"],
      ["create", "--from", "obs://a?region=r", "--to", "obs://b?region=r"],
    ])
  func `wrong keys are a status of their own, and change nothing`(
    arguments: [String]
  ) async throws {
    try await V2Session.with(Self.tasks) { session in
      let wrong = V2Session.keys.merging(["HUAWEICLOUD_SDK_SK": "wrong"]) { $1 }
      let outcome = try await session.ferry(arguments, environment: wrong)
      #expect(outcome.status == 77, "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.output.isEmpty)
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `every request is signed and says whose it is`() async throws {
    try await V2Session.with(Self.tasks) { session in
      for arguments in [["list"], ["show", "104"], ["stop", "104", "--yes"], ["group", "list"]] {
        let outcome = try await session.ferry(arguments)
        #expect(outcome.status == 0, "\(outcome.error)")
      }
      let seen = await session.service.seen
      #expect(seen.count > 4)
      for request in seen {
        let headers = request.headers
        #expect(headers["authorization"]?.hasPrefix("SDK-HMAC-SHA256 Access=SERVICE-KEY, ") == true)
        #expect(headers["x-sdk-date"]?.count == 16)
        #expect(headers["x-project-id"] == "project-x")
        #expect(headers["content-type"] == "application/json")
        #expect(headers["user-agent"] == "ferry")
      }
    }
  }

  @Test(
    arguments: [
      (104, "succeeded", [2, 2, 5], 0, ""), (104, "finished", [2, 3], 0, ""),
      (103, "succeeded", [], 1, "failed"), (999, "finished", [], 1, "no such task"),
    ] as [(Int64, String, [Int], Int32, String)])
  func `a wait ends when the task is there or cannot get there`(
    id: Int64, goal: String, coming: [Int], status: Int32, words: String
  ) async throws {
    var tasks = Self.tasks
    tasks[1].coming = coming
    try await V2Session.with(tasks) { session in
      let outcome = try await session.ferry("wait", "\(id)", "--for", goal, "--timeout", "60s")
      #expect(outcome.status == status, "\(outcome.error)")
      #expect(words.isEmpty ? outcome.error.isEmpty : outcome.error.contains(words))
      #expect(await session.service.calls.count == coming.count + 1)
    }
  }
}
