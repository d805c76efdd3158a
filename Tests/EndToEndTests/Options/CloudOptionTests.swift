import Testing

/// Options on a service of v2 that no story of another test needs.
struct CloudOptionTests {
  private static let places = "--from aws://photos?region=eu-1 --to obs://b?region=r"

  /// Each by the name of the profile; nothing of it changes anything.
  private static let looks = [
    "list", "show 104", "ls aws://photos?region=eu-1", "buckets", "wait 101", "doctor",
    "create \(places) --dry-run", "stop 104 --dry-run", "delete 101 --dry-run",
    "start 102 --dry-run", "bandwidth 104 --none --dry-run", "group list", "group show g",
    "group create \(places) --dry-run", "group stop g --dry-run", "group delete h --dry-run",
    "group start h --dry-run", "group retry i --dry-run", "group bandwidth g --none --dry-run",
    "sync list", "sync show s", "sync create \(places) --dry-run", "sync stop s --dry-run",
    "sync delete t --dry-run", "sync start t --dry-run",
  ]

  /// Settings that groups and synchronisation tasks have no words for are refused by name.
  private static let unsayable =
    "--since 2024-01-31 --check size-time --threads 3 --requester-pays --no-restore --no-metadata "
    + "--bandwidth 20MiB --no-encrypt --no-failed-list --overwrite never --app-id 7 "
    + "--source-domain https://cdn.example.com --source-domain-auth none"
  private static let unsayableToo =
    "--restore --metadata --encrypt --failed-list --no-requester-pays"

  private static let rows = [
    TypedRow("list --limit 1 --output csv", says: "id,name"),
    TypedRow("buckets aws --region eu-1 --side source --output json", says: "photos"),
    TypedRow("ls aws://photos?region=eu-1 --side source --output json", says: "top"),
    TypedRow("wait --filter id:101 --timeout 60s --output json", says: "reached"),
    TypedRow("wait 104 --timeout 1s", status: 75, says: "still running after 1s"),
    TypedRow(
      "create \(places) --keys-from {keys} --dry-run --output json", says: "\"total_objects\" : 1"),
    TypedRow(
      "create \(places) --no-encrypt --no-restore --no-requester-pays --failed-list --dry-run "
        + "--output json", says: "\"requester_pays\" : false"),
    TypedRow("create \(places) --confirm cloud"),
    TypedRow("create \(places) --confirm x", status: 64),
    TypedRow("bandwidth 104 --limit 20MiB --confirm cloud", says: "done"),
    TypedRow("stop --filter id:104 --confirm cloud --output json", says: "accepted"),
    TypedRow("start --filter state:failed --failed-only --confirm cloud", says: "done"),
    TypedRow("delete --filter id:102 --confirm cloud --output json", says: "done"),
    TypedRow("group list --limit 1", says: "g"),
    TypedRow("group bandwidth g --limit 20MiB --yes", says: "done"),
    TypedRow("group bandwidth g --none --confirm cloud", says: "done"),
    TypedRow("group stop g --confirm cloud --wait", says: "done"),
    TypedRow("group start h --confirm cloud", says: "done"),
    TypedRow("group retry i --confirm cloud", says: "done"),
    TypedRow("group delete g --confirm cloud --wait", says: "done"),
    TypedRow("group create \(places) \(unsayable)", status: 1, says: "cannot say"),
    TypedRow("group create \(places) \(unsayableToo)", status: 1, says: "cannot say"),
    TypedRow(
      "group create \(places) --storage-class archive --dry-run --output json",
      says: "\"storage_class\""),
    TypedRow(
      "group create \(places) --type list --list-file a/b --list-files 2 --dry-run --output json",
      says: "\"count\" : \"2\""),
    TypedRow("group create \(places) --keys-from {keys} --confirm cloud", says: "group-"),
    TypedRow(
      "group create \(places) --notify urn:x --notify-on failure --notify-language zh-cn "
        + "--notify-template short --dry-run", says: "urn:x"),
    TypedRow("sync stop s --confirm cloud --wait", says: "done"),
    TypedRow("sync start t --confirm cloud", says: "done"),
    TypedRow("sync delete s --confirm cloud", says: "done"),
    TypedRow("sync create \(places) \(unsayable)", status: 1, says: "cannot say"),
    TypedRow("sync create \(places) \(unsayableToo)", status: 1, says: "cannot say"),
    TypedRow("sync create \(places) --confirm cloud", says: "sync-"),
  ]

  private static let tasks = [
    ServedTask(104, "logs", status: 2), ServedTask(103, "photos", status: 4),
    ServedTask(102, "videos", status: 3), ServedTask(101, "first", status: 5),
  ]

  @Test func `every option does on a service of v2 what it says`() async throws {
    try await V2Session.with(
      Self.tasks,
      groups: [
        ServedGroup("g", ""), ServedGroup("h", "", status: 3), ServedGroup("i", "", status: 5),
      ],
      syncs: [
        ServedSync("s", from: "photos"), ServedSync("t", from: "videos", status: "STOPPED"),
      ], contents: ["photos": ["top": 1, "2024/a.jpg": 2]]
    ) { session in
      try session.makeDefault()
      let own = ["keys": try session.home.file("keys.txt", "top\n")]
      for look in Self.looks {
        let row = TypedRow("\(look) --profile cloud")
        let outcome = try await session.home.ferry(row.arguments(), environment: V2Session.keys)
        row.expect(outcome)
      }
      #expect(await session.service.changes.isEmpty)
      for row in Self.rows {
        row.expect(
          try await session.home.ferry(row.arguments(own), environment: V2Session.keys))
      }
    }
  }
}
