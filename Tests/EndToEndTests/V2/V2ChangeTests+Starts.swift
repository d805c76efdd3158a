import TestSupport
import Foundation
import Testing

@testable import MigrationService

extension V2ChangeTests {
  @Test func `a start of the failed objects says so, and brings the keys of both sides`()
    async throws
  {
    try await V2Session.with(Self.tasks) { session in
      var environment = V2Session.keys
      // The destination of a v2 answer has no provider: it is the service's own.
      environment["FERRY_DESTINATION_AK"] = "OWN-KEY"
      let outcome = try await session.ferry(
        ["start", "103", "--failed-only", "--yes", "--output", "json"], environment: environment)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([ListedResult].self) == [ListedResult(id: 103, outcome: "done")])
      let start = try #require(
        await session.service.seen.first { $0.call == "POST tasks/103/start" })
      #expect(
        try start.body
          == JSON(
            """
            {"src_ak": "SOURCE-KEY", "src_sk": "source-secret", "dst_ak": "OWN-KEY",
             "dst_sk": "destination-secret", "migrate_failed_object": true}
            """))
      #expect(!(outcome.output + outcome.error).contains("secret"))
    }
  }

  @Test(
    arguments: [
      (["101"], "OMS.0070"), (["104"], "OMS.0065"),
    ])
  func `a task that cannot start is refused with the reason`(
    ids: [String], code: String
  ) async throws {
    try await V2Session.with(Self.tasks) { session in
      let outcome = try await session.ferry(["start"] + ids + ["--yes", "--output", "json"])
      #expect(outcome.status == 1)
      let result = try #require(try outcome.json([ListedResult].self).first)
      #expect(result.outcome == "refused")
      #expect(result.error?.code == code)
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `a start without keys names the variables, and sends nothing`() async throws {
    try await V2Session.with(Self.tasks) { session in
      let bare = V2Session.keys.filter { $0.key.hasPrefix("HUAWEICLOUD") }
      let outcome = try await session.ferry(["start", "103", "--yes"], environment: bare)
      #expect(outcome.status == 64)
      #expect(outcome.error.contains("FERRY_SOURCE_AK"))
      #expect(await session.service.changes.isEmpty)
    }
  }
}
