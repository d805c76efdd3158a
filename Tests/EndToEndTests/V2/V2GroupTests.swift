import TestSupport
import Foundation
import Testing

@testable import MigrationService

/// `ferry group` against a service of v2.
struct V2GroupTests {
  static let groups = [
    ServedGroup("g-run", "raw data", status: 2), ServedGroup("g-make", "", status: 1),
    ServedGroup("g-stop", "", status: 3), ServedGroup("g-fail", "", status: 5),
    ServedGroup("g-bad", "", status: 4), ServedGroup("g-done", "", status: 6),
  ]

  struct ListedGroup: Decodable {
    var id: String
    var state: String
    var progress: Double
    var succeeded_objects: Int64
    var failed_objects: Int64
    var total_tasks: Int64
    var error: ContractTask.Problem?
  }

  struct GroupResult: Decodable, Equatable {
    var id: String
    var outcome: String
    var error: ListedResult.Problem?
  }

  func status(of id: String, _ session: V2Session) async -> Int? {
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
