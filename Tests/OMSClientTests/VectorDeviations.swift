import TestSupport

/// Where our client sends something else than a vector, on purpose.
struct VectorDeviation: Sendable {
  /// Why.
  var reason: String
  /// Members of the body by their path, with what is sent instead; `nil` for nothing.
  var body: [String: JSON?] = [:]
  /// Parameters of the query, likewise.
  var query: [String: String?] = [:]
  /// The vectors that it is about.
  var vectors: Set<String>

  /// Requests that our client cannot make; their answers are read all the same.
  struct Impossible: Sendable {
    var reason: String
    var vectors: Set<String>
  }

  static let v1: [VectorDeviation] = [
    VectorDeviation(
      reason: "the type is always said, so that no default has to be known",
      body: ["task_type": .text("object")],
      vectors: [
        "create-error-bandwidth-count", "create-error-bandwidth-overlap",
        "create-error-bandwidth-range", "create-error-bandwidth-time",
        "create-error-daily-quota", "create-error-description", "create-error-thread-num",
        "create-error-waiting-quota", "create-object-key-as-string", "create-tencent-app-id",
      ]),
    VectorDeviation(
      reason: "a selection is always written as an object, the form that fits any number of keys",
      body: [
        "src_node.object_key": .object(["path": .text(""), "keys": .list([.text("2023/")])])
      ],
      vectors: [
        "create-error-bandwidth-count", "create-error-bandwidth-overlap",
        "create-error-bandwidth-range", "create-error-bandwidth-time",
        "create-error-daily-quota", "create-error-description", "create-error-thread-num",
        "create-error-waiting-quota", "create-object-key-as-string",
      ]),
    VectorDeviation(
      reason: "path is always sent, as the samples do",
      body: ["src_node.object_key.path": .text("")], vectors: ["create-cdn-bandwidth-restore"]),
    VectorDeviation(
      reason: "an empty description is as good as none", body: ["description": nil],
      vectors: ["create-prefix"]),
    VectorDeviation(
      reason: "whether only failed objects are run is always said",
      body: ["migration_failed_object": .bool(false)],
      vectors: [
        "start-error-missing-keys", "start-error-running", "start-error-succeeded",
        "start-url-list", "start-with-cdn-key",
      ]),
    VectorDeviation(
      reason: "no windows are sent as an empty list", body: ["bandwidth_policy": .list([])],
      vectors: ["bandwidth-clear"]),
  ]

  static let v1Impossible = [
    Impossible(
      reason: "both nodes, and a selection that fits the type, are always sent",
      vectors: [
        "create-error-missing-node", "create-error-path-not-empty", "create-error-type-mismatch",
      ]),
    Impossible(reason: "bodies are always JSON", vectors: ["create-error-not-json"]),
    Impossible(
      reason: "operations have fixed words",
      vectors: ["operation-error-missing", "operation-error-unknown"]),
    Impossible(
      reason: "both ends of a page are always said", vectors: ["list-error-missing-limit"]),
    Impossible(reason: "ids are numbers", vectors: ["show-error-bad-id"]),
    Impossible(reason: "paths are fixed", vectors: ["error-gateway-unknown-path"]),
  ]

  static let v2: [VectorDeviation] = [
    VectorDeviation(
      reason: "the type is always said, so that no default has to be known",
      body: ["task_type": .text("object")],
      vectors: [
        "task-create-defaults", "task-create-enable-kms-2020", "task-create-error-bandwidth-low",
        "task-create-error-quota", "task-create-google", "task-create-temporary-keys",
      ]),
    VectorDeviation(
      reason: "how the secrets of a request are protected cannot be chosen; OMS has a default",
      body: [
        "src_node.crypto_type": nil, "src_node.kms_key_id": nil, "dst_node.crypto_type": nil,
        "source_cdn.crypto_type": nil,
      ], vectors: ["task-create-everything"]),
    VectorDeviation(
      reason: "how the secrets of a request are protected cannot be chosen; OMS has a default",
      body: [
        "src_node.crypto_type": nil, "dst_node.crypto_type": nil, "dst_node.kms_key_id": nil,
      ], vectors: ["group-create-everything"]),
    VectorDeviation(
      reason: "what was not chosen is not sent",
      body: ["migrate_since": nil, "bandwidth_policy": nil],
      vectors: ["task-create-everything"]),
    VectorDeviation(
      reason: "whether only failed objects are run is always said",
      body: ["migrate_failed_object": .bool(false)],
      vectors: [
        "group-retry-error-state", "task-start-error-finished", "task-start-error-running",
        "task-start-temporary", "task-start-url-list",
      ]),
    VectorDeviation(
      reason: "both ends of a page are always said", query: ["limit": "10", "offset": "0"],
      vectors: [
        "error-403", "error-500", "error-gateway-401", "error-identity-nested", "error-only-code",
        "group-list-empty", "task-list-defaults", "task-list-empty",
      ]),
    VectorDeviation(
      reason: "both ends of a page are always said", query: ["offset": "0"],
      vectors: ["task-list-error-limit"]),
  ]

  static let v2Impossible = [
    Impossible(
      reason: "both nodes are always sent", vectors: ["task-create-error-missing-dst"]),
    Impossible(
      reason: "tasks are named by their ids or by their group, not by both",
      vectors: ["task-batch-update-error-both"]),
    Impossible(reason: "ids are numbers", vectors: ["task-show-error-bad-id"]),
  ]
}

extension VectorFile.Request {
  /// The request with the changes of a deviation.
  func applying(_ deviation: VectorDeviation) -> Self {
    var request = self
    for (path, value) in deviation.body {
      request.body = (request.body ?? .object([:])).replacing(path.split(separator: "."), by: value)
    }
    for (name, value) in deviation.query {
      request.query = (request.query ?? [:]).with(name, value)
    }
    return request
  }
}

extension [String: String] {
  fileprivate func with(_ name: String, _ value: String?) -> Self {
    var copy = self
    copy[name] = value
    return copy
  }
}

extension JSON {
  /// A copy in which the member at `path` has another value, or is gone.
  func replacing(_ path: some Collection<Substring>, by value: JSON?) -> JSON {
    guard case .object(var members) = self, let first = path.first else { return value ?? .null }
    let name = String(first)
    members[name] =
      path.count == 1
      ? value
      : (members[name] ?? .object([:])).replacing(path.dropFirst(), by: value)
    return .object(members)
  }
}
