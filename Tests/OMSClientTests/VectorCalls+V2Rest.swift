import TestSupport
import FoundationEssentials

@testable import Migration
@testable import OMSClient

extension VectorCalls {
  private static let sync = SyncTaskID(rawValue: "9d7e6f50-1b2c-4a3d-8e4f-5a6b7c8d9e0f")

  static let v2Rest: [String: V2] = v2Sync.merging(v2Storage) { $1 }

  private static let v2Sync: [String: V2] = [
    "sync-create": { client, _ in
      var task = NewSyncTask(
        source: StorageLocation(
          provider: "Aliyun", region: "oss-cn-hangzhou", bucket: "live-media"),
        destination: StorageLocation(region: "region-x", bucket: "live-copy"), keys: keys)
      task.settings.description = "keep in step"
      task.settings.movesMetadata = false
      task.settings.restoresArchived = false
      task.settings.storageClass = "STANDARD"
      task.settings.consistencyCheck = "size_last_modified"
      return .object(["sync_task_id": .text(try await client.createSyncTask(task).rawValue)])
    },
    "sync-list": { client, _ in
      WireEcho.v2(try await client.listSyncTasks(start: 0, limit: 10, state: .synchronising))
    },
    "sync-show": { client, _ in
      let time = Date(timeIntervalSince1970: 1_718_150_400)
      return WireEcho.v2(try await client.showSyncTask(sync, inMonthOf: time))
    },
    "sync-statistics": { client, _ in
      let start = Date(timeIntervalSince1970: 1_718_150_400)
      return WireEcho.v2(
        try await client.syncStatistics(
          of: sync, [.succeeded, .bytes], from: start, to: start.addingTimeInterval(3600)))
    },
    "sync-start": { client, _ in
      try await client.startSyncTask(sync, keys: keys)
      return nil
    },
    "sync-stop": { client, _ in
      try await client.stopSyncTask(sync)
      return nil
    },
    "sync-delete": { client, _ in
      try await client.deleteSyncTask(sync)
      return nil
    },
    "sync-events": { client, _ in
      try await client.announceChanges(of: ["a b.txt", "dir/c.txt"], to: sync)
      return nil
    },
  ]

  private static let lab = StorageAccess(provider: "AWS", keys: keys.source)

  private static let buckets: V2 = { client, _ in
    .list(try await client.buckets(of: lab).map(JSON.text))
  }

  private static let v2Storage: [String: V2] = [
    "buckets-list": buckets,
    "buckets-list-named-body": buckets,
    "buckets-objects": { client, _ in
      WireEcho.v2(
        try await client.objects(
          in: "2024/", of: "lab-results", region: "eu-central-1", access: lab))
    },
    "buckets-region": { client, _ in
      WireEcho.v2(try await client.region(of: "lab-results", access: lab))
    },
    "buckets-prefix": { client, _ in
      let exists = try await client.hasPrefix(
        "raw/", in: "lab-results", region: "eu-central-1", access: lab)
      return .object(["exist": .bool(exists)])
    },
    "buckets-cdn": { client, _ in
      let source = StorageLocation(
        provider: "AWS", region: "eu-central-1", bucket: "lab-results", keys: ["raw/"])
      let domain = SourceDomain(
        domain: "cdn.lab.example", scheme: "https", authentication: "NONE")
      return WireEcho.v2(try await client.check(domain, key: nil, for: source, access: lab))
    },
    "buckets-url-list-file": { client, _ in
      guard let keys = keys.destination else { return nil }
      try await client.checkURLList(
        ListFile(bucket: "lab-lists", key: "urls.txt"), region: "region-x", keys: keys)
      return nil
    },
    "cloud-types": { client, _ in
      .list(try await client.providers(for: .source).map(JSON.text))
    },
    "regions": { client, _ in WireEcho.v2(try await client.regions()) },
    "privacy-agreement": { client, _ in
      try await client.agreeToPrivacyStatement()
      return nil
    },
    "versions": { client, _ in WireEcho.versions(try await client.versions()) },
    "version-v2": { client, _ in
      try await client.version(named: "v2").all.first.map(WireEcho.version)
    },
  ]
}
