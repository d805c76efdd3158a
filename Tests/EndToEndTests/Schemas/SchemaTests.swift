import Foundation
import Testing

/// What programs read, held against the project's schemas.
struct SchemaTests {
  private static let places = ["--from", "aws://photos?region=eu-1", "--to", "obs://b?region=r"]
  private static let tasks = [
    ServedTask(105, "photos-new", status: 1, group: "g"), ServedTask(104, "logs", status: 2),
    ServedTask(103, "photos-old", status: 4), ServedTask(102, "videos", status: 5),
    ServedTask(101, "first", status: 0),
  ]
  private static let settings = [
    "--description", "all", "--bandwidth", "08:00-18:59=20MiB", "--since", "2024-01-31",
    "--overwrite", "never", "--storage-class", "archive", "--check", "checksum", "--priority",
    "high", "--metadata", "--restore", "--encrypt", "--failed-list", "--requester-pays", "--app-id",
    "77", "--source-domain", "https://cdn.example.com", "--type", "list", "--list-file", "a/b",
    "--list-files", "3",
  ]

  /// The schemas, and what is printed for them; each on what the ones before it have left.
  private static let outputs: [(schema: String, arguments: [String])] = [
    ("list", ["list"]), ("show", ["show", "103"]), ("show", ["show", "104"]),
    ("waits", ["wait", "102", "103", "104", "999", "--timeout", "1s"]),
    ("rehearsal", ["create", "--dry-run"] + places), ("created", ["create"] + places),
    ("rehearsal", ["create", "--dry-run", "--key", "top", "none"] + places),
    ("created", ["create"] + places + settings), ("show", ["show", "107"]),
    ("results", ["stop", "104", "102", "999", "--dry-run"]), ("results", ["stop", "104", "--yes"]),
    ("results", ["bandwidth", "105", "--limit", "20MiB"]),
    ("results", ["delete", "104", "103", "--yes"]), ("results", ["start", "102", "--yes"]),
    ("groups", ["group", "list"]), ("group", ["group", "show", "g"]),
    ("rehearsal", ["group", "create", "--dry-run"] + places),
    ("created", ["group", "create"] + places), ("results", ["group", "bandwidth", "g", "--none"]),
    ("results", ["group", "stop", "g", "--wait", "--yes"]),
    ("results", ["group", "start", "g", "--yes"]), ("results", ["group", "retry", "g", "--yes"]),
    ("results", ["group", "delete", "g", "--stop-first", "--yes"]),
    ("sync-tasks", ["sync", "list"]), ("sync-task", ["sync", "show", "s"]),
    ("rehearsal", ["sync", "create", "--dry-run"] + places),
    ("created", ["sync", "create"] + places), ("results", ["sync", "stop", "s", "--yes"]),
    ("results", ["sync", "start", "s", "--yes"]), ("results", ["sync", "delete", "s", "--yes"]),
    ("choice", ["buckets"]), ("buckets", ["buckets", "aws"]),
    ("objects", ["ls", "aws://photos?region=eu-1"]), ("history", ["history"]),
    ("profiles", ["profiles"]), ("findings", ["doctor"]),
  ]

  private static func withService(_ body: @Sendable @escaping (V2Session) async throws -> Void)
    async throws
  {
    try await V2Session.with(
      tasks, groups: [ServedGroup("g", "years")], syncs: [ServedSync("s", from: "photos")],
      contents: ["photos": ["top": 1, "2024/a.jpg": 2], "none": [:]]
    ) { session in
      try session.makeDefault("bad: {api: v9}")
      try await body(session)
    }
  }

  @Test func `each command prints JSON as its schema says`() async throws {
    try await Self.withService { session in
      var claims: [SchemaClaim] = []
      for (schema, arguments) in Self.outputs {
        let outcome = try await session.home.ferry(
          arguments + ["--output", "json"], environment: V2Session.keys)
        claims.append(
          SchemaClaim(
            schema: schema, origin: arguments.joined(separator: " "), output: outcome.output))
      }
      try await SchemaClaim.check(claims)
      let printing = try await HelpedCommand.all(in: session.home).filter { command in
        command.arguments?.contains { $0.options.contains("--output") } == true
      }
      for command in printing where command.words != "ferry watch" {
        #expect(
          Self.outputs.contains { $0.arguments.starts(with: command.path.dropFirst()) },
          "nothing is printed by '\(command.words)'")
      }
    }
  }

  @Test func `no schema is there that nothing is held against`() throws {
    let shared: Set = ["parts", "moving", "task", "definition"]
    // Those of events are held against it where they happen.
    #expect(
      try SchemaClaim.schemas
        == shared.union(Self.outputs.map(\.schema)).union(["event", "difference"]))
  }

  @Test func `JSON and the exit status are the same in every language`() async throws {
    try await Self.withService { session in
      for (_, arguments) in Self.outputs where !arguments.contains("--yes") {
        guard !["create", "bandwidth", "history"].contains(where: arguments.contains) else {
          continue
        }
        let arguments = arguments + ["--output", "json"]
        let english = try await session.home.ferry(arguments, environment: V2Session.keys)
        let chinese = try await session.home.ferry(
          arguments, environment: V2Session.keys.merging(["FERRY_LANG": "zh"]) { $1 })
        // The doctor measures times.
        let measured = #/[0-9]+/#
        #expect(
          english.output.replacing(measured, with: "0")
            == chinese.output.replacing(measured, with: "0"))
        #expect(english.status == chinese.status)
      }
    }
  }
}
