import Migration
import MigrationService

/// A user of Ferry and the service of v2 that they work with.
struct V2Session: Sendable {
  let home: FerryHome
  let service: V2Service
  /// The options that lead to the service, without the version of the API.
  let address: [String]

  /// The user's keys: those for the service, and those for the buckets.
  static let keys = [
    "HUAWEICLOUD_SDK_AK": V2Server.key.keys.accessKey,
    "HUAWEICLOUD_SDK_SK": V2Server.key.keys.secretKey.reveal(),
    "FERRY_SOURCE_AK": "SOURCE-KEY", "FERRY_SOURCE_SK": "source-secret",
    "FERRY_DESTINATION_AK": "DESTINATION-KEY", "FERRY_DESTINATION_SK": "destination-secret",
  ]

  /// Runs `body` with a new home and a service that has these tasks and groups.
  static func with(
    _ tasks: [ServedTask] = [], groups: [ServedGroup] = [], syncs: [ServedSync] = [],
    contents: [String: [String: Int64]] = [:],
    _ body: @Sendable @escaping (V2Session) async throws -> Void
  ) async throws {
    let service = V2Service(tasks: tasks, groups: groups, syncs: syncs, contents: contents)
    try await V2Server.serving(service) { endpoint in
      try await FerryHome.with { home in
        try await body(
          V2Session(
            home: home, service: service,
            address: ["--endpoint", endpoint, "--project-id", V2Server.key.project]))
      }
    }
  }

  /// Runs `ferry` against the service.
  func ferry(
    _ arguments: [String], api: String = "v2", environment: [String: String] = keys
  ) async throws -> FerryHome.Outcome {
    try await home.ferry(arguments + address + ["--api", api], environment: environment)
  }

  /// Makes the service the one that is meant when none is named.
  ///
  /// - Parameter others: More profiles, a line each.
  /// - Throws: What keeps the configuration from being written.
  func makeDefault(_ others: String...) throws {
    let lines = ["cloud: {endpoint: '\(address[1])', project_id: project-x, api: v2}"] + others
    try home.write(
      configuration: "default: cloud\nprofiles:\n"
        + lines.map { "  \($0)\n" }.joined())
  }

  func ferry(_ arguments: String...) async throws -> FerryHome.Outcome {
    try await ferry(arguments)
  }
}
