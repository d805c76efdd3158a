import Foundation
import TestSupport
import Testing

/// `ferry buckets`, `ferry ls` and the counts of a dry run, as a service of v2 tells them.
struct V2StorageTests {
  private static let contents: [String: [String: Int64]] = [
    "photos": [
      "2023/a.jpg": 1000, "2023/b.jpg": 2000, "2023/raw/c.raw": 30_000, "2024/d.jpg": 4, "top": 5,
    ],
    "videos": [:],
  ]

  private struct Entry: Decodable, Equatable {
    var key: String
    var size: Int64?
  }

  private struct Report: Decodable {
    struct Example: Decodable {
      var source: String
      var destination: String
    }

    var total_objects: Int64?
    var total_bytes: Int64?
    var missing_objects: [String]?
    var seconds_at_limit: Int64?
    var listed_by: String?
    var not_counted: String?
    var unchecked: [String]
    var example: Example?
  }

  private static let to = ["--to", "obs://b/in/?region=r"]

  @Test func `providers and regions are what there is to choose from`() async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let table = try await session.ferry("buckets")
      #expect(table.status == 0, "\(table.error)")
      for words in ["AWS", "eu-1", "Europe", "HuaweiCloud", "destination"] {
        #expect(table.output.contains(words), "\(words): \(table.output)")
      }
      struct Choice: Decodable {
        var sources: [String]
        var destinations: [String]
      }
      let choice = try await session.ferry("buckets", "--output", "json").json(Choice.self)
      #expect(choice.sources == ["AWS", "Aliyun"] && choice.destinations == ["HuaweiCloud"])
    }
  }

  @Test func `the buckets of an account are listed with its keys`() async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let outcome = try await session.ferry("buckets", "aws", "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([String].self) == ["photos", "videos"])
      let refused = try await session.ferry("buckets", "aws", "--side", "destination")
      #expect(refused.status == 1)
      #expect(refused.error.contains("OMS.0152"), "\(refused.error)")
      #expect(!(refused.output + refused.error).contains("secret"))
    }
  }

  @Test(arguments: [
    ("aws://photos?region=eu-1", ["2023/", "2024/", "top"]),
    ("aws://photos/2023/?region=eu-1", ["2023/a.jpg", "2023/b.jpg", "2023/raw/"]),
    ("aws://photos/2023?region=eu-1", ["2023/a.jpg", "2023/b.jpg", "2023/raw/"]),
    ("aws://videos?region=eu-1", []),
  ])
  func `a folder shows what is in it, page by page`(
    location: String, keys: [String]
  ) async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let outcome = try await session.ferry("ls", location, "--output", "json")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try outcome.json([Entry].self).map(\.key) == keys)
    }
  }

  @Test func `what is not there and what is no provider is told in one line`() async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let missing = try await session.ferry("ls", "aws://none?region=eu-1")
      #expect(missing.status == 1 && missing.error.split(separator: "\n").count == 1)
      let unknown = try await session.ferry("buckets", "floppy")
      #expect(unknown.status == 64 && unknown.error.contains("aws"), "\(unknown.error)")
      let bare = V2Session.keys.filter { $0.key.hasPrefix("HUAWEICLOUD") }
      let keyless = try await session.ferry(
        ["ls", "aws://photos?region=eu-1"], environment: bare)
      #expect(keyless.status == 64 && keyless.error.contains("FERRY_SOURCE_AK"))
    }
  }

  @Test(
    arguments: [
      ([], 5, 33_009, nil), (["--key", "2023/", "--bandwidth", "1MiB"], 3, 33_000, 1),
      (["--type", "prefix", "--key", "2023/r", "to"], 2, 30_005, nil),
    ] as [([String], Int64, Int64, Int64?)])
  func `a dry run has the service list the source`(
    arguments: [String], objects: Int64, bytes: Int64, seconds: Int64?
  ) async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let outcome = try await session.ferry(
        ["create", "--from", "aws://photos?region=eu-1", "--dry-run", "--output", "json"]
          + Self.to + arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      let report = try outcome.json(Report.self)
      #expect(report.total_objects == objects)
      #expect(report.total_bytes == bytes)
      #expect(report.seconds_at_limit == seconds)
      #expect(report.listed_by == "service")
      #expect(report.unchecked == ["service", "destination_keys"])
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `a dry run names objects that are not there, and fails`() async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let outcome = try await session.ferry(
        ["create", "--from", "aws://photos?region=eu-1", "--key", "top", "gone", "--dry-run"]
          + Self.to)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("photos/top → b/in/top"), "\(outcome.output)")
      #expect(outcome.error.contains("no object 'gone'"), "\(outcome.error)")
    }
  }

  @Test(arguments: [
    (["--from", "aws://photos?region=eu-2"], "the bucket photos is in the region eu-1"),
    (["--from", "aws://photos?region=eu-1", "--bandwidth", "1GiB"], "OMS.0084"),
    (["--from", "aws://photos?region=eu-1", "--threads", "3"], "a number of threads"),
    (["--from", "aws://none?region=eu-1"], "OMS.0155"),
  ])
  func `what the service would refuse is refused in a dry run`(
    arguments: [String], words: String
  ) async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let outcome = try await session.ferry(["create", "--dry-run"] + Self.to + arguments)
      #expect(outcome.status == 1, "\(outcome.output)")
      #expect(outcome.error.contains(words), "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test(arguments: [
    (["--from", "aws://photos?region=eu-1", "--since", "2024-01-31"], "when objects were changed"),
    (
      ["--from", "aws://photos?region=eu-1", "--type", "list", "--list-file", "a/b"],
      "a list file names the objects"
    ),
  ])
  func `what nobody can count is said, with the reason`(
    arguments: [String], words: String
  ) async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let outcome = try await session.ferry(["create", "--dry-run"] + Self.to + arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("not counted") && outcome.output.contains(words))
    }
  }

  @Test func `a service that lists no buckets counts nothing, and the rest is told`() async throws {
    try await V2Session.with(contents: Self.contents) { session in
      await session.service.forgetBuckets()
      let outcome = try await session.ferry(
        ["create", "--from", "aws://photos?region=eu-1", "--dry-run"] + Self.to)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("not counted: the service does not list buckets"))
      #expect(outcome.output.contains("photos/a.jpg → b/in/a.jpg"), "\(outcome.output)")
    }
  }

  @Test func `a service of v1 that checks nothing beforehand is said to have checked nothing`()
    async throws
  {
    try await V2Session.with { session in
      let outcome = try await session.ferry(
        ["create", "--from", "aws://photos?region=eu-1", "--type", "list", "--list-file", "a/b"]
          + Self.to + ["--dry-run"], api: "v1")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("what only the service knows"), "\(outcome.output)")
      let check = try #require(await session.service.seen.last)
      #expect(check.call.hasSuffix("creation-checks"))
      #expect(check.body?["src_node"]?["sk"] == .text("none"))
    }
  }

  @Test func `a dry run without keys counts nothing, asks nobody and says so`() async throws {
    try await V2Session.with(contents: Self.contents) { session in
      let bare = V2Session.keys.filter { $0.key.hasPrefix("HUAWEICLOUD") }
      let outcome = try await session.ferry(
        ["create", "--from", "aws://photos?region=eu-1", "--dry-run"] + Self.to,
        environment: bare)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output.contains("the keys of the source are not at hand"))
      #expect(outcome.output.contains("whether the keys open the source"))
    }
  }
}
