import TestSupport
import FoundationEssentials

@testable import Migration
@testable import OMSClient

extension VectorCalls {
  typealias V2 = @Sendable (V2Client, VectorFile) async throws -> JSON?

  static let v2: [String: V2] = v2Tasks.merging(v2Groups) { $1 }.merging(v2Rest) { $1 }

  private static let v2Tasks: [String: V2] = {
    var calls = v2Creations.mapValues { task -> V2 in
      { client, _ in WireEcho.created(try await client.create(task)) }
    }
    func add(_ names: [String], _ call: @escaping V2) {
      for name in names { calls[name] = call }
    }
    add(
      [
        "task-show-1-waiting", "task-show-2-running", "task-show-2020-sample-shape",
        "task-show-3-paused", "task-show-4-failed", "task-show-5-succeeded",
        "task-show-6-retrying", "task-show-7-pausing", "task-show-cdn", "task-show-error-bad-id",
        "task-show-error-not-found", "task-show-error-reason-empty-string",
        "task-show-failed-num-empty-string", "task-show-failed-record-string",
        "task-show-id-as-string", "task-show-in-group", "task-show-largest-id",
        "task-show-list-records-failed", "task-show-minimal",
        "task-show-succeeded-metadata-only", "task-show-unknown-members",
      ]
    ) { client, vector in WireEcho.v2(try await client.show(id(vector))) }
    add(
      [
        "task-list-count-without-tasks", "task-list-defaults", "task-list-empty",
        "task-list-error-limit", "task-list-filters", "task-list-page", "error-403", "error-500",
        "error-gateway-401", "error-identity-nested", "error-only-code",
      ]
    ) { client, vector in
      let asked = vector.request.query ?? [:]
      let query = TaskQuery(
        start: asked["offset"].flatMap { Int($0) } ?? 0,
        limit: asked["limit"].flatMap { Int($0) } ?? 10,
        state: asked["status"].flatMap { Int($0) }.map(TaskState.init(code:)),
        group: asked["group_id"].map(TaskGroupID.init(rawValue:)), name: asked["task_name"])
      return WireEcho.v2(try await client.list(query))
    }
    func start(_ keys: TransferKeys, failedOnly: Bool = false) -> V2 {
      { client, vector in
        try await client.start(id(vector), keys: keys, failedOnly: failedOnly)
        return nil
      }
    }
    add(["task-start", "task-start-error-finished", "task-start-error-running"], start(keys))
    add(["task-start-url-list"], start(TransferKeys(destination: keys.destination)))
    add(["task-start-temporary"], start(temporaryKeys))
    var withDomain = keys
    withDomain.sourceDomain = Secret("FAKECDNKEY")
    add(["task-start-failed-objects"], start(withDomain, failedOnly: true))
    add(["task-stop", "task-stop-empty-object", "task-stop-error-not-running"]) { client, vector in
      try await client.stop(id(vector))
      return nil
    }
    add(["task-delete", "task-delete-204", "task-delete-error-running"]) { client, vector in
      try await client.delete(id(vector))
      return nil
    }
    add(["task-bandwidth", "task-bandwidth-error-finished"]) { client, vector in
      let windows = [
        BandwidthWindow(start: "08:00", end: "18:00", maxBandwidth: 1_048_576),
        BandwidthWindow(start: "18:01", end: "23:59", maxBandwidth: 209_715_200),
      ]
      try await client.changeBandwidth(
        of: id(vector), to: vector.name == "task-bandwidth" ? windows : [])
      return nil
    }
    add(["task-batch-update-error-both", "task-batch-update-group"]) { client, _ in
      try await client.change(.group(group), bandwidth: [], priority: "HIGH")
      return nil
    }
    add(["task-batch-update-ids"]) { client, _ in
      let ids = [226_400_111_222_101, 226_400_111_222_103].map(TaskID.init(rawValue:))
      try await client.change(
        .tasks(ids),
        bandwidth: [BandwidthWindow(start: "00:00", end: "23:59", maxBandwidth: 5_242_880)],
        priority: "LOW")
      return nil
    }
    return calls
  }()

  static let group = TaskGroupID(rawValue: "3f2b8c1e-7a64-4d0b-9f57-0c6a1e2d3b4c")

  static let temporaryKeys = TransferKeys(
    source: StorageKeys(
      accessKey: "FAKESRCAK", secretKey: Secret("FAKESRCSK"),
      securityToken: Secret("FAKE-SRC-TOKEN")),
    destination: StorageKeys(
      accessKey: "FAKEDSTAK", secretKey: Secret("FAKEDSTSK"),
      securityToken: Secret("FAKE-DST-TOKEN")))

  private static func id(_ vector: VectorFile) -> TaskID {
    vector.taskID ?? TaskID(rawValue: 1)
  }
}
