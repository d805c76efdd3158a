@testable import Migration

/// The kind of problem that each answer of the vectors stands for; the others are no problems.
enum VectorProblems {
  static let v1: [String: APIProblem.Kind] = [
    "bandwidth-error-finished": .wrongState,
    "create-error-bandwidth-count": .invalid, "create-error-bandwidth-overlap": .invalid,
    "create-error-bandwidth-range": .invalid, "create-error-bandwidth-time": .invalid,
    "create-error-daily-quota": .throttled, "create-error-description": .invalid,
    "create-error-missing-node": .invalid, "create-error-not-json": .invalid,
    "create-error-path-not-empty": .invalid, "create-error-thread-num": .invalid,
    "create-error-type-mismatch": .invalid, "create-error-waiting-quota": .throttled,
    "delete-error-generic": .server, "delete-error-not-found": .notFound,
    "delete-error-running": .wrongState,
    "error-gateway-signature": .credentials, "error-gateway-throttled": .throttled,
    "error-gateway-token": .credentials, "error-gateway-unknown-path": .invalid,
    "error-html": .server, "error-permission": .credentials, "error-service-token": .credentials,
    "list-error-limit": .invalid, "list-error-missing-limit": .invalid,
    "list-error-state": .invalid, "list-variant-unbracketed": .unreadable,
    "operation-error-missing": .invalid, "operation-error-unknown": .invalid,
    "show-error-bad-id": .invalid, "show-error-not-found": .notFound,
    "start-error-missing-keys": .invalid, "start-error-no-failed-list": .wrongState,
    "start-error-running": .wrongState, "start-error-succeeded": .wrongState,
    "stop-error-already-paused": .wrongState, "stop-error-old-prefix": .wrongState,
    "stop-error-succeeded": .wrongState, "stop-error-waiting": .wrongState,
    "version-error": .invalid,
  ]

  static let v2: [String: APIProblem.Kind] = [
    "error-403": .credentials, "error-500": .server, "error-gateway-401": .credentials,
    "error-identity-nested": .credentials, "error-only-code": .invalid,
    "group-delete-error-state": .wrongState, "group-retry-error-state": .wrongState,
    "group-show-error-not-found": .notFound, "group-start-error-state": .wrongState,
    "group-stop-error-state": .wrongState, "task-bandwidth-error-finished": .wrongState,
    "task-batch-update-error-both": .invalid, "task-create-error-bandwidth-low": .invalid,
    "task-create-error-missing-dst": .invalid, "task-create-error-quota": .throttled,
    "task-delete-error-running": .wrongState, "task-list-error-limit": .invalid,
    "task-show-error-bad-id": .invalid, "task-show-error-not-found": .notFound,
    "task-start-error-finished": .wrongState, "task-start-error-running": .wrongState,
    "task-stop-error-not-running": .wrongState,
  ]
}
