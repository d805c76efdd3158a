import Foundation
import TestServers
import TestSupport
import Testing

@testable import MigrationService

/// Keys that the configuration tells the way to, for the service and for stores, at a service of v2.
struct V2KeyTests {
  /// Who has the keys for the service alone.
  private static let bare = V2Session.keys.filter { $0.key.hasPrefix("HUAWEICLOUD") }

  private static let tasks = [
    ServedTask(201, "photos", status: 3), ServedTask(202, "videos", status: 3),
  ]

  /// Runs `body` with a configuration; `ADDRESS` in it stands for the service.
  private func with(
    _ config: String, _ body: @Sendable @escaping (V2Session) async throws -> Void
  ) async throws {
    try await V2Session.with(Self.tasks, contents: ["photos": ["a": 1]]) { session in
      let directory = session.home.path("config/ferry")
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
      let text = config.replacing("ADDRESS", with: session.address[1])
      try text.write(toFile: directory + "/config.yaml", atomically: true, encoding: .utf8)
      try await body(session)
    }
  }

  private static func profile(_ command: String) -> String {
    """
    profiles:
      vault:
        endpoint: ADDRESS
        project_id: \(V2Server.key.project)
        api: v2
        credentials:
          command: \(command)
    """
  }

  @Test func `the keys that a profile's command prints open the service`() async throws {
    try await with(
      Self.profile("echo SERVICE-KEY; echo noise >&2; echo service-secret")
    ) { session in
      let outcome = try await session.home.ferry(
        ["list", "--profile", "vault", "--output", "json"])
      #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
      #expect(try outcome.json([ListedTask].self).map(\.id).sorted() == [201, 202])
      let profiles = try await session.home.ferry("profiles")
      #expect(profiles.output.contains("the command of profile 'vault'"), "\(profiles.output)")
    }
  }

  @Test(arguments: [
    ("echo service-secret; exit 7", "status 7"), ("echo service-secret", "one line"),
    ("cat /nonexistent", "status 1"),
  ])
  func `a profile's command that gives no keys is told in one line, with its profile`(
    command: String, words: String
  ) async throws {
    try await with(Self.profile(command)) { session in
      let outcome = try await session.home.ferry("list", "--profile", "vault")
      #expect(outcome.status == 77)
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(outcome.error.contains("'vault'") && outcome.error.contains(words))
      #expect(!outcome.error.contains("service-secret"))
      #expect(await session.service.seen.isEmpty)
    }
  }

  @Test
  func
    `temporary keys that a token buys sign instead of the token, which stays away from the service`()
    async throws
  {
    try await FakeCloud.serving { cloud, identity in
      let end = Date().addingTimeInterval(7200).formatted(.iso8601)
      await cloud.answer(
        "POST /v3.0/OS-CREDENTIAL/securitytokens",
        FakeCloud.Reply(
          status: 201,
          body: """
            {"credential": {"access": "SERVICE-KEY", "secret": "service-secret",
             "securitytoken": "STS", "expires_at": "\(end)"}}
            """))
      let config = """
        profiles:
          bought: {endpoint: ADDRESS, project_id: \(V2Server.key.project), api: v2,
            iam_endpoint: \(identity), credentials: token, temporary_keys: true}
        """
      try await with(config) { session in
        let outcome = try await session.home.ferry(
          ["list", "--profile", "bought"], environment: ["FERRY_AUTH_TOKEN": "THE-TOKEN"])
        // This service has given out no such keys, and says so; what counts is who came.
        #expect(outcome.status == 77 && !outcome.error.contains("THE-TOKEN"), "\(outcome.error)")
        let headers = try #require(await session.service.seen.last?.headers)
        #expect(headers["x-security-token"] == "STS" && headers["x-auth-token"] == nil)
        #expect(headers["authorization"]?.contains("Access=SERVICE-KEY") == true)
        #expect(await cloud.seen.first?.headers["x-auth-token"] == "THE-TOKEN")
      }
    }
  }

  private static let stores = """
    stores:
      - {match: "aws://photos", environment: PHOTOS}
      - match: aws://videos/
        command: printf 'VIDEO-KEY\\nvideo-secret\\nvideo-token\\n'
      - {match: "obs://", ferry_profile: own}
    profiles:
      own: {region: region-x, credentials: {command: "echo OWN-KEY; echo own-secret"}}
    """

  @Test func `several tasks are started with the keys of their own stores`() async throws {
    try await with(Self.stores) { session in
      let environment = Self.bare.merging(["PHOTOS_AK": "PHOTO-KEY", "PHOTOS_SK": "photo-secret"]) {
        $1
      }
      let outcome = try await session.ferry(
        ["start", "201", "202", "--yes"], environment: environment)
      #expect(outcome.status == 0, "\(outcome.error)")
      var keys: [String: [JSON?]] = [:]
      for seen in await session.service.seen where seen.call.hasSuffix("/start") {
        keys[seen.call] = ["src_ak", "src_sk", "src_security_token", "dst_ak"].map {
          seen.body?[$0]
        }
      }
      #expect(
        keys == [
          "POST tasks/201/start": [
            .text("PHOTO-KEY"), .text("photo-secret"), nil, .text("OWN-KEY"),
          ],
          "POST tasks/202/start": [
            .text("VIDEO-KEY"), .text("video-secret"), .text("video-token"), .text("OWN-KEY"),
          ],
        ])
      #expect(!(outcome.output + outcome.error).contains("secret"))
    }
  }

  @Test(arguments: [
    (["PHOTOS_AK": "A"], ["aws://photos", "PHOTOS_SK"]), ([:], ["aws://photos", "PHOTOS_AK"]),
  ])
  func `half a pair, or none, of a store is told by what is missing, and nothing is sent`(
    variables: [String: String], words: [String]
  ) async throws {
    try await with(Self.stores) { session in
      let outcome = try await session.ferry(
        ["start", "201", "202", "--yes"], environment: Self.bare.merging(variables) { $1 })
      #expect(outcome.status == 64, "\(outcome.output)")
      for word in words { #expect(outcome.error.contains(word), "\(outcome.error)") }
      #expect(await session.service.changes.isEmpty)
    }
  }

  @Test func `a store that is not as it should be is told with its line, whatever is asked`()
    async throws
  {
    try await with("stores:\n  - match: aws://photos\n    comand: x\n") { session in
      for arguments in [["start", "201", "--yes"], ["ls", "aws://photos?region=eu-1"]] {
        let outcome = try await session.ferry(arguments, environment: Self.bare)
        #expect(outcome.status == 64)
        #expect(outcome.error.contains("config.yaml:3: key 'comand'"), "\(outcome.error)")
      }
    }
  }

  @Test func `the keys of a store list and count its buckets`() async throws {
    try await with(
      "stores: [{match: 'aws://', command: 'echo SOURCE-KEY; echo source-secret'}]"
    ) { session in
      let listed = try await session.ferry(
        ["ls", "aws://photos?region=eu-1"], environment: Self.bare)
      #expect(listed.status == 0 && listed.output.contains("a"), "\(listed.error)")
      let buckets = try await session.ferry(["buckets", "aws"], environment: Self.bare)
      #expect(buckets.output == "photos\n", "\(buckets.error)")
      let counted = try await session.ferry(
        ["create", "--dry-run", "--from", "aws://photos?region=eu-1", "--to", "obs://b?region=r"],
        environment: Self.bare)
      #expect(counted.output.contains("1, 1 B"), "\(counted.output)\(counted.error)")
    }
  }
}
