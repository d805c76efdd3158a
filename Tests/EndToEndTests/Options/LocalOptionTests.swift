import Foundation
import SystemPackage
import Testing

/// Options on the local service that no story of another test needs.
struct LocalOptionTests {
  private static let places = "--from local:{home}/from --to local:{home}/to"

  /// Each once by a profile and once by an address; nothing of it changes anything.
  private static let looks = [
    "list", "doctor", "show {task}", "verify {task}", "ls local:{home}/from", "buckets",
    "wait {task}",
    "create \(places) --dry-run", "stop {running} --dry-run", "delete {task} --dry-run",
    "start --filter state:stopped --dry-run", "bandwidth {running} --none --dry-run",
  ]

  private static let ways = [
    "--profile local", "--endpoint unix://{home}/run/ferry/ferry.sock --project-id local --api v1",
  ]

  /// Those that only v2 can say, for a list file and for all else.
  private static let newer = [
    "--overwrite never --storage-class archive --check checksum --priority high --metadata",
    "--no-metadata --requester-pays", "--no-requester-pays",
    "--type list --list-file a/b --list-files 2",
    "--notify urn:x --notify-on failure --notify-language zh-cn --notify-template short",
  ]

  private static let rows = [
    TypedRow("list --limit 1 --output csv", says: "id,name"),
    TypedRow("create \(places) --no-encrypt --no-restore --dry-run", says: "KMS"),
    TypedRow("create \(places) --failed-list --dry-run --output json", says: "records_failed"),
    TypedRow("create \(places) --no-failed-list --dry-run --output json", says: "records_failed"),
    TypedRow("create \(places) --app-id 77 --dry-run --output json", says: "\"app_id\" : \"77\""),
    TypedRow(
      "create \(places) --source-domain https://cdn.example.com --source-domain-auth none --dry-run",
      status: 1, says: "OMS."),
    TypedRow("ls local:{home}/from --side destination --output json", says: "\"key\" : \"object\""),
    TypedRow("buckets --output json", says: "\"sources\""),
    TypedRow(
      "buckets s3 --region http://127.0.0.1:1 --side destination", status: 1,
      says: "cannot be listed"),
    TypedRow("wait --filter id:{task} --timeout 60s --output json", says: "\"reached\""),
    TypedRow("wait --filter name:nothing --output json", says: "[]"),
    TypedRow("start --filter state:failed --failed-only --dry-run --output json", says: "[]"),
    TypedRow("wait {running} --timeout 1s", status: 75, says: "still running after 1s"),
    TypedRow("bandwidth {running} --limit 6MiB --confirm local --output json", says: "done"),
    TypedRow("stop --filter id:{running} --wait --confirm local --output json", says: "done"),
    TypedRow("start {running} --confirm local --output json", says: "\"error\" : null"),
    TypedRow("delete {running} --stop-first --confirm local --output json", says: "done"),
    TypedRow("delete --filter id:{task} --yes", says: "done"),
    TypedRow("create \(places) --confirm local"),
    TypedRow("create \(places) --confirm other", status: 64, says: "the profile is 'local'"),
    TypedRow("history --limit 1 --output json", says: "\"create\""),
    TypedRow("doctor --profile local --output json", says: "\"ok\""),
  ]

  @Test func `every option does on the local service what it says`() async throws {
    try await FerryHome.with { home in
      let own = [
        "home": home.directory.string, "task": try await home.move(),
        "running": try await home.runningTask(),
      ]
      for look in Self.looks {
        for way in Self.ways {
          let row = TypedRow("\(look) \(way)")
          row.expect(try await home.ferry(row.arguments(own)))
        }
      }
      for newer in Self.newer {
        let row = TypedRow("create \(Self.places) \(newer)", status: 1, says: "")
        row.expect(try await home.ferry(row.arguments(own)))
      }
      let keys = ["FERRY_DESTINATION_AK": "ACCESS", "FERRY_DESTINATION_SK": "secret"]
      for row in Self.rows {
        row.expect(try await home.ferry(row.arguments(own), environment: keys))
      }
    }
  }

  @Test func `a watch is led to the local service by a profile and by an address`() async throws {
    try await FerryHome.with { home in
      _ = try await home.move()
      let hand = ["--exec", "cat >>\(home.path("handed"))", "--webhook", "http://127.0.0.1:1/x"]
      try await home.start(
        ["watch", "--profile", "local", "--on", "finished", "--filter", "name:from"] + hand,
        log: "by-profile")
      try await home.start(
        TypedRow("watch \(Self.ways[1])").arguments(["home": home.directory.string]),
        log: "by-address")
      try await home.moveUntilSeen(in: "by-profile")
      try await home.moveUntilSeen(in: "by-address")
      try await waitUntil("an event handed over") { !home.lines(of: "handed").isEmpty }
      try await waitUntil("a post that fails") {
        home.lines(of: "by-profile").contains { $0.contains("--webhook") }
      }
    }
  }

  @Test func `a service takes its options`() async throws {
    try await FerryHome.with { home in
      _ = try home.localized("")
      let row = TypedRow(
        """
        serve --state-dir {home}/kept --max-running 1 --log-level error --listen 127.0.0.1:0 \
        --access-keys {home}/keys --rclone-remote mine --local-root {home}/photos
        """)
      try await home.start(row.arguments(["home": home.directory.string]), log: "served")
      try await waitUntil("both addresses") { home.lines(of: "served").count == 2 }
      #expect(FileManager.default.fileExists(atPath: home.path("kept/service.db")))
      // One runs, and the other waits for it.
      _ = try await home.runningTask()
      let places = ["--from", "local:\(home.path("photos"))", "--to", "local:\(home.path("to"))"]
      _ = try await home.ferry(["create"] + places)
      let tasks = try await home.ferry("list", "--output", "json").json([ListedTask].self)
      #expect(tasks.map(\.state).sorted() == ["running", "waiting"])
    }
  }
}
