import TestSupport
import Foundation
import Testing

@testable import MigrationService

extension V2GroupTests {
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
}
