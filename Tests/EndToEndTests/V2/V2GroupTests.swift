import TestSupport
import Foundation
import Testing

@testable import MigrationService

/// `ferry group` against a service of v2.
struct V2GroupTests {
  private static let groups = [
    ServedGroup("g-run", "raw data", status: 2), ServedGroup("g-make", "", status: 1),
    ServedGroup("g-stop", "", status: 3), ServedGroup("g-fail", "", status: 5),
    ServedGroup("g-bad", "", status: 4), ServedGroup("g-done", "", status: 6),
  ]

  private struct ListedGroup: Decodable {
    var id: String
    var state: String
    var progress: Double
    var succeeded_objects: Int64
    var failed_objects: Int64
    var total_tasks: Int64
    var error: ContractTask.Problem?
  }

  private struct GroupResult: Decodable, Equatable {
    var id: String
    var outcome: String
    var error: ListedResult.Problem?
  }

  private func status(of id: String, _ session: V2Session) async -> Int? {
    await session.service.groups.first { $0.id == id }?.status
  }

  @Test func `groups are listed as a table`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry("group", "list")
      #expect(outcome.status == 0, "\(outcome.error)")
      let ids = outcome.output.split(separator: "\n").dropFirst()
        .compactMap { $0.split(separator: " ").first.map(String.init) }
      #expect(ids == Self.groups.map(\.id))
      #expect(outcome.output.contains("creation failed"))
    }
  }

  @Test func `groups are listed as JSON`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry("group", "list", "--output", "json")
      let group = try #require(try outcome.json([ListedGroup].self).first)
      #expect(group.id == "g-run")
      #expect(group.state == "running")
      #expect(group.progress == 0.5)
      #expect(group.succeeded_objects == 40)
      #expect(group.failed_objects == 5)
      #expect(group.total_tasks == 4)
    }
  }

  @Test(arguments: [("failed", "5", "g-fail"), ("creation-failed", "4", "g-bad")])
  func `the service is asked for a state`(
    word: String, status: String, id: String
  ) async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry(
        "group", "list", "--state", word, "--output", "json")
      #expect(try outcome.json([ListedGroup].self).map(\.id) == [id])
      #expect(await session.service.seen.map { $0.query["status"] } == [status])
    }
  }

  @Test func `a long list of groups arrives whole`() async throws {
    let groups = (1...230).map { ServedGroup("g-\($0)", "", status: 6) }
    try await V2Session.with(groups: groups) { session in
      let outcome = try await session.ferry("group", "list", "--output", "json")
      #expect(try outcome.json([ListedGroup].self).map(\.id) == groups.map(\.id))
    }
  }

  @Test func `everything about a group is shown`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry("group", "show", "g-run")
      #expect(outcome.status == 0, "\(outcome.error)")
      for words in ["g-run", "running", "raw data", "4 of 4 made", "40 arrived", "AWS raw"] {
        #expect(outcome.output.contains(words), "\(words): \(outcome.output)")
      }
    }
  }

  @Test func `a group that is not there is told in one line`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry("group", "show", "g-none")
      #expect(outcome.status == 1)
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(outcome.error.contains("g-none"))
      #expect(outcome.error.contains("no such task or group"), "\(outcome.error)")
    }
  }

  @Test func `a stop that waits returns when the group has stopped`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry(
        "group", "stop", "g-run", "--yes", "--wait", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([GroupResult].self) == [GroupResult(id: "g-run", outcome: "done")])
      #expect(await status(of: "g-run", session) == 3)
      #expect(await session.service.changes == ["PUT taskgroups/g-run/stop"])
    }
  }

  @Test func `a deletion that waits returns when the group is gone`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry(
        "group", "delete", "g-stop", "--yes", "--wait", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([GroupResult].self) == [GroupResult(id: "g-stop", outcome: "done")])
      #expect(await status(of: "g-stop", session) == nil)
      #expect(await session.service.changes == ["DELETE taskgroups/g-stop"])
    }
  }

  @Test func `a deletion of a group that is gone is done, of one that never was it is not`()
    async throws
  {
    try await V2Session.with(groups: Self.groups) { session in
      _ = try await session.ferry("group", "delete", "g-stop", "--yes", "--wait")
      let again = try await session.ferry("group", "delete", "g-stop", "--yes")
      #expect(again.status == 0, "\(again.error)")
      #expect(again.output.contains("gone already"))
      let never = try await session.ferry("group", "delete", "g-none", "--yes")
      #expect(never.status == 1)
      #expect(never.error.contains("there is no such group"))
    }
  }

  @Test func `a running group is stopped, waited for and deleted`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry(
        "group", "delete", "g-run", "--stop-first", "--wait", "--yes", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([GroupResult].self) == [GroupResult(id: "g-run", outcome: "done")])
      #expect(
        await session.service.changes == ["PUT taskgroups/g-run/stop", "DELETE taskgroups/g-run"])
    }
  }

  @Test func `a stopped group is started with the keys of both sides`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry("group", "start", "g-stop", "--yes")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(await status(of: "g-stop", session) == 2)
      let start = try #require(
        await session.service.seen.first { $0.call == "PUT taskgroups/g-stop/start" })
      #expect(
        try start.body
          == JSON(
            """
            {"src_ak": "SOURCE-KEY", "src_sk": "source-secret", "dst_ak": "DESTINATION-KEY",
             "dst_sk": "destination-secret"}
            """))
    }
  }

  @Test(arguments: [("g-fail", [], false), ("g-bad", ["--failed-only"], true)])
  func `a group that failed is run again`(
    id: String, options: [String], failedOnly: Bool
  ) async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry(["group", "retry", id, "--yes"] + options)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(await status(of: id, session) == 2)
      let retry = try #require(
        await session.service.seen.first { $0.call == "PUT taskgroups/\(id)/retry" })
      #expect(retry.body?["migrate_failed_object"] == .bool(failedOnly))
    }
  }

  @Test(
    arguments: [
      ("stop", "g-done", "OMS.1038"), ("delete", "g-run", "OMS.1036"),
      ("start", "g-fail", "OMS.1039"), ("retry", "g-stop", "OMS.1040"),
    ])
  func `what a group's state does not allow is refused`(
    verb: String, id: String, code: String
  ) async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry("group", verb, id, "--yes", "--output", "json")
      #expect(outcome.status == 1)
      let result = try #require(try outcome.json([GroupResult].self).first)
      #expect(result.outcome == "refused")
      #expect(result.error?.code == code)
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `ids of groups are offered to the shell`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let words = ["ferry", "group", "stop", ""] + session.address + ["--api", "v2"]
      // A completion gives up within a second, which a busy machine may need for its start.
      try await waitUntil("an offer") {
        let offered = try await session.home.ferry(
          ["---completion", "group", "stop", "--", "positional@0", "3", "0"] + words,
          environment: V2Session.keys.merging(["SAP_SHELL": "zsh"]) { $1 })
        #expect(offered.error.isEmpty)
        return offered.output.contains("g-run:running raw data")
      }
    }
  }

  @Test func `the history tells which group it was`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      _ = try await session.ferry("group", "stop", "g-run", "--yes", "--wait")
      let history = try await session.home.ferry("history").output.split(separator: "\n")
      #expect(history.count == 2)
      #expect(history.last?.contains("group g-run") == true)
      #expect(history.last?.contains("done") == true)
    }
  }
}
