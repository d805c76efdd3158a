import TestSupport
import FoundationEssentials

@testable import Migration
@testable import OMSClient

/// The call that our client makes for each vector, and what it makes of the answer.
enum VectorCalls {
  typealias V1 = @Sendable (V1Client, VectorFile) async throws -> JSON?

  static let keys = TransferKeys(
    source: StorageKeys(accessKey: "FAKESRCAK", secretKey: Secret("FAKESRCSK")),
    destination: StorageKeys(accessKey: "FAKEDSTAK", secretKey: Secret("FAKEDSTSK")))

  static let account = "d0d1d2d3d4d5d6d7d8d9dadbdcdddedf"

  static let v1: [String: V1] = {
    var calls = v1Creations.mapValues { task -> V1 in
      { client, _ in WireEcho.created(try await client.create(task)) }
    }
    func add(_ names: [String], _ call: @escaping V1) {
      for name in names { calls[name] = call }
    }
    let show: V1 = { client, vector in
      WireEcho.v1(try await client.show(vector.taskID ?? TaskID(rawValue: 1)))
    }
    add(
      [
        "show-0-initialising", "show-1-waiting", "show-2-running", "show-3-paused",
        "show-4-failed", "show-5-succeeded", "show-error-bad-id", "show-error-not-found",
        "show-future-state", "show-large-numbers", "show-list-task", "show-minimal", "show-nulls",
        "show-object-key-as-object", "show-object-key-swapped", "show-quick-start-shape",
        "show-succeeded-metadata-only", "error-gateway-unknown-path",
      ], show)
    add(
      [
        "list-array", "list-empty", "list-error-limit", "list-error-missing-limit",
        "list-error-state", "list-filtered", "list-second-page", "list-variant-single-object",
        "list-variant-unbracketed", "list-variant-wrapped", "error-gateway-signature",
        "error-gateway-throttled", "error-gateway-token", "error-html", "error-service-token",
      ]
    ) { client, vector in
      let asked = vector.request.query ?? [:]
      let query = TaskQuery(
        start: asked["start"].flatMap { Int($0) } ?? 0,
        limit: asked["limit"].flatMap { Int($0) } ?? 10,
        state: asked["state"].flatMap { Int($0) }.map(TaskState.init(code:)))
      return WireEcho.v1(try await client.list(query), like: vector.response.body)
    }
    add(["count-all", "count-by-state"]) { client, vector in
      let state = vector.request.query?["state"].flatMap { Int($0) }.map(TaskState.init(code:))
      return .object(["taskcount": .integer(Int64(try await client.count(state: state)))])
    }
    add(
      [
        "stop", "stop-empty-object-answer", "stop-error-already-paused", "stop-error-old-prefix",
        "stop-error-succeeded", "stop-error-waiting", "operation-error-missing",
        "operation-error-unknown",
      ]
    ) { client, vector in
      try await client.stop(vector.taskID ?? TaskID(rawValue: 1))
      return nil
    }
    add(
      [
        "delete", "delete-200", "delete-error-generic", "delete-error-not-found",
        "delete-error-running", "error-permission",
      ]
    ) { client, vector in
      try await client.delete(vector.taskID ?? TaskID(rawValue: 1))
      return nil
    }
    addV1Starts(add)
    add(["bandwidth-change", "bandwidth-clear", "bandwidth-error-finished"]) { client, vector in
      let windows =
        vector.name == "bandwidth-change"
        ? [BandwidthWindow(start: "09:00", end: "17:30", maxBandwidth: 20_971_520)] : []
      try await client.changeBandwidth(of: vector.taskID ?? TaskID(rawValue: 1), to: windows)
      return nil
    }
    add(["quota"]) { client, _ in
      let number = try await client.mostRunningTasks(ofAccount: account)
      let resource: [String: JSON] = [
        "type": .text("MaxParallelTaskNum"), "quota": .integer(Int64(number)),
      ]
      return .object(["quotas": .object(["resource": .object(resource)])])
    }
    add(["version"]) { client, _ in WireEcho.versions(try await client.versions()) }
    add(["version-error"]) { client, _ in
      WireEcho.versions(try await client.versions(named: "v9"))
    }
    return calls
  }()

  private static func addV1Starts(_ add: ([String], @escaping V1) -> Void) {
    func start(_ keys: TransferKeys, failedOnly: Bool = false) -> V1 {
      { client, vector in
        try await client.start(
          vector.taskID ?? TaskID(rawValue: 1), keys: keys, failedOnly: failedOnly)
        return nil
      }
    }
    add(["start-all", "start-error-running", "start-error-succeeded"], start(keys))
    add(["start-failed-only", "start-error-no-failed-list"], start(keys, failedOnly: true))
    add(["start-error-missing-keys"], start(TransferKeys()))
    add(["start-url-list"], start(TransferKeys(destination: keys.destination)))
    var withDomain = keys
    withDomain.sourceDomain = Secret("FAKECDNKEY")
    add(["start-with-cdn-key"], start(withDomain))
  }
}
