import TestSupport
import FoundationEssentials

@testable import Migration
@testable import OMSClient

extension VectorCalls {
  static let v2Groups: [String: V2] = {
    var calls = v2GroupCreations.mapValues { order -> V2 in
      { client, _ in
        .object(["group_id": .text(try await client.createGroup(order).rawValue)])
      }
    }
    func add(_ names: [String], _ call: @escaping V2) {
      for name in names { calls[name] = call }
    }
    add(
      [
        "group-show-0-waiting", "group-show-1-creating", "group-show-2-monitoring",
        "group-show-3-paused", "group-show-4-creation-failed", "group-show-5-migration-failed",
        "group-show-6-completed", "group-show-7-pausing", "group-show-8-deleting",
        "group-show-9-deleted", "group-show-error-not-found", "group-show-upper-case-cloud",
      ]
    ) { client, _ in WireEcho.v2(try await client.showGroup(group)) }
    add(["group-list", "group-list-empty"]) { client, vector in
      let state = vector.request.query?["status"].flatMap { Int($0) }
      return WireEcho.v2(
        try await client.listGroups(
          start: 0, limit: 10, state: state.map(TaskGroupState.init(code:))))
    }
    add(["group-start", "group-start-error-state"]) { client, _ in
      try await client.startGroup(group, keys: keys)
      return nil
    }
    add(["group-stop", "group-stop-error-state"]) { client, _ in
      try await client.stopGroup(group)
      return nil
    }
    add(["group-retry", "group-retry-error-state"]) { client, vector in
      try await client.retryGroup(group, keys: keys, failedOnly: vector.name == "group-retry")
      return nil
    }
    add(["group-delete", "group-delete-error-state"]) { client, _ in
      try await client.deleteGroup(group)
      return nil
    }
    add(["group-update"]) { client, _ in
      try await client.changeGroupBandwidth(
        of: group,
        to: [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 10_485_760)])
      return nil
    }
    return calls
  }()

  private static let v2GroupCreations: [String: NewTask] = {
    let source = StorageLocation(
      provider: "AWS", region: "eu-central-1", bucket: "lab-results", keys: ["raw/"])
    let destination = StorageLocation(
      provider: "HEC", region: "region-x", bucket: "lab-archive")
    var plain = NewTask(kind: .prefix, source: source, destination: destination, keys: keys)
    plain.settings.description = "raw data"
    plain.settings.recordsFailedObjects = true
    var full = NewTask(kind: .list, source: source, destination: destination, keys: keys)
    full.source.keys = []
    full.destination.keys = ["p/"]
    full.settings.description = "d"
    full.settings.appID = "1250000000"
    full.settings.listFile = ListFile(bucket: "lab-lists", key: "dir/", count: "3")
    full.settings.movesMetadata = true
    full.settings.recordsFailedObjects = true
    full.settings.restoresArchived = true
    full.settings.requesterPays = false
    full.settings.bandwidth = [
      BandwidthWindow(start: "01:00", end: "02:00", maxBandwidth: 1_048_576)
    ]
    full.settings.sourceDomain = SourceDomain(
      domain: "cdn.lab.example", scheme: "https", authentication: "NONE")
    full.settings.changedSince = Date(timeIntervalSince1970: 1_717_200_000)
    full.settings.overwriteMode = "NO_OVERWRITE"
    full.settings.storageClass = "IA"
    full.settings.consistencyCheck = "no_check"
    full.notification = NotificationRequest(
      topicURN: "urn:smn:region-x:\(VectorFile.project):lab", onSuccess: true, onFailure: false)
    return ["group-create": plain, "group-create-everything": full]
  }()
}
