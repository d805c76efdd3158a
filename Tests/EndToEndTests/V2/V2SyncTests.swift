import Foundation
import TestSupport
import Testing

/// `ferry sync` against a service of v2.
struct V2SyncTests {
  private static let syncs = [
    ServedSync("s-run", from: "photos"), ServedSync("s-stop", from: "videos", status: "STOPPED"),
  ]

  private struct Listed: Decodable {
    struct Month: Decodable {
      var requests: Int64
      var succeeded_objects: Int64
      var bytes: Int64
    }

    var id: String
    var state: String
    var source: String
    var destination: String
    var started_at: String?
    var month: Month?
  }

  private struct Result: Decodable, Equatable {
    var id: String
    var outcome: String
    var error: ListedResult.Problem?
  }

  @Test func `tasks are listed as a table, as JSON and by their state`() async throws {
    try await V2Session.with(syncs: Self.syncs) { session in
      let table = try await session.ferry("sync", "list")
      #expect(table.status == 0, "\(table.error)")
      #expect(table.output.split(separator: "\n").count == 3)
      let all = try await session.ferry("sync", "list", "--output", "json").json([Listed].self)
      #expect(all.map(\.id) == ["s-run", "s-stop"])
      #expect(all.map(\.state) == ["synchronising", "stopped"])
      #expect(all.map(\.source) == ["photos", "videos"])
      let stopped = try await session.ferry(
        "sync", "list", "--state", "stopped", "--output", "json")
      #expect(try stopped.json([Listed].self).map(\.id) == ["s-stop"])
      #expect(await session.service.seen.last?.query["status"] == "STOPPED")
      let csv = try await session.ferry("sync", "list", "--output", "csv")
      #expect(csv.output.hasPrefix("id,state,source"))
    }
  }

  @Test func `a task is shown with the sums of the month that is asked for`() async throws {
    try await V2Session.with(syncs: Self.syncs) { session in
      let shown = try await session.ferry(
        "sync", "show", "s-run", "--month", "2026-10", "--output", "json")
      #expect(shown.status == 0, "\(shown.error)")
      let month = try #require(try shown.json(Listed.self).month)
      #expect(month.requests == 42 && month.succeeded_objects == 30 && month.bytes == 1_048_576)
      #expect(await session.service.seen.last?.query["query_time"] == "1792022400000")
      let table = try await session.ferry("sync", "show", "s-run")
      for words in ["s-run", "synchronising", "42 requests", "AWS photos"] {
        #expect(table.output.contains(words), "\(words): \(table.output)")
      }
      let none = try await session.ferry("sync", "show", "s-none")
      #expect(none.status == 1)
      #expect(none.error.split(separator: "\n").count == 1 && none.error.contains("s-none"))
    }
  }

  @Test func `a new one brings both buckets and both pairs of keys, and its id is told`()
    async throws
  {
    try await V2Session.with(syncs: Self.syncs) { session in
      let created = try await session.ferry(
        "sync", "create", "--from", "aws://raw?region=eu-1", "--to", "obs://b?region=r",
        "--description", "nightly", "--storage-class", "infrequent")
      #expect(created.status == 0, "\(created.error)")
      #expect(created.output == "sync-3\n")
      let order = try #require(await session.service.seen.first { $0.call == "POST sync-tasks" })
      #expect(
        try order.body
          == JSON(
            """
            {"src_cloud_type": "AWS", "src_region": "eu-1", "src_bucket": "raw",
             "src_ak": "SOURCE-KEY", "src_sk": "source-secret", "dst_ak": "DESTINATION-KEY",
             "dst_sk": "destination-secret", "dst_region": "r", "dst_bucket": "b",
             "description": "nightly", "dst_storage_policy": "IA"}
            """))
      let history = try await session.home.ferry("history").output
      #expect(history.contains("create") && history.contains("sync task sync-3"), "\(history)")
    }
  }

  @Test(arguments: [
    (["--from", "aws://raw/folder/?region=eu-1"], "a selection of objects"),
    (["--from", "aws://raw?region=eu-1", "--priority", "high"], "a priority"),
  ])
  func `what a synchronisation task cannot be told is refused, in a dry run too`(
    arguments: [String], words: String
  ) async throws {
    try await V2Session.with(syncs: Self.syncs) { session in
      for more in [[], ["--dry-run"]] {
        let outcome = try await session.ferry(
          ["sync", "create", "--to", "obs://b?region=r"] + arguments + more)
        #expect(outcome.status == 1)
        #expect(outcome.error.contains(words), "\(outcome.error)")
        #expect(await session.service.changes.isEmpty)
      }
    }
  }

  @Test func `a stop that waits, a start with keys and a deletion do what they say`() async throws {
    try await V2Session.with(syncs: Self.syncs) { session in
      let stopped = try await session.ferry(
        "sync", "stop", "s-run", "--wait", "--yes", "--output", "json")
      #expect(try stopped.json([Result].self) == [Result(id: "s-run", outcome: "done")])
      let started = try await session.ferry("sync", "start", "s-stop", "--yes")
      #expect(started.status == 0, "\(started.error)")
      let start = await session.service.seen.first { $0.call == "POST sync-tasks/s-stop/start" }
      #expect(start?.body?["src_ak"] == .text("SOURCE-KEY"))
      let deleted = try await session.ferry("sync", "delete", "s-stop", "--stop-first", "--yes")
      #expect(deleted.status == 0, "\(deleted.error)")
      #expect(await session.service.syncs.map(\.syncTaskId) == ["s-run"])
      #expect(
        await session.service.changes == [
          "POST sync-tasks/s-run/stop", "POST sync-tasks/s-stop/start",
          "POST sync-tasks/s-stop/stop", "DELETE sync-tasks/s-stop",
        ])
      let history = try await session.home.ferry("history").output
      #expect(history.contains("sync task s-run") && history.contains("done"), "\(history)")
    }
  }

  @Test(arguments: [("delete", "s-run", "OMS.0063"), ("start", "s-run", "OMS.0065")])
  func `what the state does not allow is refused and not sent`(
    verb: String, id: String, code: String
  ) async throws {
    try await V2Session.with(syncs: Self.syncs) { session in
      let outcome = try await session.ferry("sync", verb, id, "--yes", "--output", "json")
      #expect(outcome.status == 1)
      let result = try #require(try outcome.json([Result].self).first)
      #expect(result.outcome == "refused" && result.error?.code == code)
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `without a terminal and a yes nothing is done`() async throws {
    try await V2Session.with(syncs: Self.syncs) { session in
      let outcome = try await session.ferry("sync", "stop", "s-run")
      #expect(outcome.status == 64 && outcome.error.contains("--yes"))
      let dry = try await session.ferry("sync", "stop", "s-run", "--dry-run")
      #expect(dry.status == 0 && dry.output.contains("s-run"))
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `a service of v1 is refused by name`() async throws {
    try await V2Session.with { session in
      let outcome = try await session.ferry(["sync", "list"], api: "v1")
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("API v1 has no synchronisation tasks"), "\(outcome.error)")
    }
  }

  @Test func `ids are offered to the shell`() async throws {
    try await V2Session.with(syncs: Self.syncs) { session in
      let words = ["ferry", "sync", "stop", ""] + session.address + ["--api", "v2"]
      // A completion gives up within a second, which a busy machine may need for its start.
      try await waitUntil("an offer") {
        let offered = try await session.home.ferry(
          ["---completion", "sync", "stop", "--", "positional@0", "3", "0"] + words,
          environment: V2Session.keys.merging(["SAP_SHELL": "zsh"]) { $1 })
        return offered.output.contains("s-run:synchronising")
      }
    }
  }
}
