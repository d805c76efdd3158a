import Foundation
import TestSupport
import Testing

/// New groups and new limits at a service of v2.
struct V2GroupCreateTests {
  private static let groups = [
    ServedGroup("g-run", "raw data", status: 2), ServedGroup("g-done", "", status: 6),
  ]
  private static let places = ["--from", "aws://photos?region=eu-1", "--to", "obs://b?region=r"]

  @Test func `a group is created with what was chosen, and its id is told`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let created = try await session.ferry(
        [
          "group", "create", "--key", "2023/", "2024/", "--description", "years", "--output",
          "json",
        ]
          + Self.places)
      #expect(created.status == 0, "\(created.error)")
      struct Created: Decodable { var id: String }
      #expect(try created.json(Created.self).id == "group-3")
      let order = try #require(await session.service.seen.first { $0.call == "POST taskgroups" })
      #expect(
        try order.body
          == JSON(
            """
            {"task_type": "PREFIX", "description": "years",
             "src_node": {"cloud_type": "AWS", "region": "eu-1", "bucket": "photos",
                          "ak": "SOURCE-KEY", "sk": "source-secret",
                          "object_key": ["2023/", "2024/"]},
             "dst_node": {"cloud_type": "HEC", "region": "r", "bucket": "b",
                          "ak": "DESTINATION-KEY", "sk": "destination-secret"}}
            """))
      let history = try await session.home.ferry("history").output
      #expect(history.contains("create") && history.contains("group group-3"), "\(history)")
    }
  }

  @Test(arguments: [
    (["--type", "object"], "the type object"), (["--priority", "low"], "a priority"),
    (["--encrypt"], "encryption"),
  ])
  func `what a group cannot be told is refused, in a dry run too`(
    arguments: [String], words: String
  ) async throws {
    try await V2Session.with(groups: Self.groups) { session in
      for more in [[], ["--dry-run"]] {
        let outcome = try await session.ferry(
          ["group", "create"] + Self.places + arguments + more)
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("a task group cannot say \(words)"), "\(outcome.error)")
        #expect(await session.service.changes.isEmpty)
      }
    }
  }

  @Test func `a group like another takes over what is not given`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let created = try await session.ferry(
        "group", "create", "--like", "g-run", "--to", "obs://other?region=r")
      #expect(created.status == 0, "\(created.error)")
      let order = try #require(await session.service.seen.first { $0.call == "POST taskgroups" })
      #expect(order.body?["src_node"]?["bucket"] == .text("raw"))
      #expect(order.body?["dst_node"]?["bucket"] == .text("other"))
      #expect(order.body?["description"] == .text("raw data"))
    }
  }

  @Test func `the limits of a group are replaced`() async throws {
    try await V2Session.with(groups: Self.groups) { session in
      let outcome = try await session.ferry(
        "group", "bandwidth", "g-run", "--limit", "08:00-18:59=20MiB")
      #expect(outcome.status == 0, "\(outcome.error)")
      let change = await session.service.seen.first { $0.call == "PUT taskgroups/g-run/update" }
      #expect(
        try change?.body
          == JSON(
            """
            {"bandwidth_policy": [{"start": "08:00", "end": "18:59", "max_bandwidth": 20971520}]}
            """))
      let refused = try await session.ferry("group", "bandwidth", "g-done", "--none")
      #expect(refused.status == 1 && refused.error.contains("OMS.0086") == false)
      #expect(refused.error.contains("speed limits cannot be changed any more"))
    }
  }

  @Test func `the limits of all tasks that pass a filter are replaced, after a yes`() async throws {
    let tasks = [
      ServedTask(3, "photos"), ServedTask(2, "videos"), ServedTask(1, "photos-old", status: 5),
    ]
    try await V2Session.with(tasks) { session in
      let arguments = ["bandwidth", "--filter", "state:running", "--limit", "20MiB"]
      let silent = try await session.ferry(arguments)
      #expect(silent.status == 64 && silent.error.contains("--yes"), "\(silent.error)")
      let dry = try await session.ferry(arguments + ["--dry-run"])
      #expect(dry.status == 0 && dry.output.split(separator: "\n").count == 2)
      #expect(await session.service.changes.isEmpty)
      let outcome = try await session.ferry(arguments + ["--yes", "--output", "json"])
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([ListedResult].self).map(\.id) == [3, 2])
      #expect(
        Set(await session.service.changes) == [
          "PUT tasks/3/bandwidth-policy", "PUT tasks/2/bandwidth-policy",
        ])
      let both = try await session.ferry("bandwidth", "3", "--filter", "photos", "--none")
      #expect(both.status == 64)
    }
  }
}
