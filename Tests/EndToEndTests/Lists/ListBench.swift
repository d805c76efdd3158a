import Foundation
import Migration
import MigrationCore
import SystemPackage
import Testing

@testable import OMSClient
@testable import OMSWire

/// Tasks of a home whose objects a list names.
struct ListBench {
  let home: FerryHome
  /// The version of the API that is spoken.
  let api: String
  /// What opens the stores.
  var keys: [String: String] = [:]

  /// Creates a task that must be accepted.
  func create(_ words: [String]) async throws -> String {
    let created = try await home.ferry(
      ["create", "--api", api] + words, environment: keys)
    try #require(created.status == 0, "\(created.error)")
    return created.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Runs a task again that has ended.
  func start(_ id: String, _ more: String...) async throws {
    let started = try await home.ferry(
      ["start", id, "--yes", "--api", api] + more, environment: keys)
    try #require(started.status == 0, "\(started.error)")
  }

  /// The task as it is now.
  func task(_ id: String) async throws -> ListedTask {
    try await home.ferry("show", id, "--output", "json", "--api", api).json()
  }

  /// Waits until a task has ended, and returns it.
  func end(_ id: String) async throws -> ListedTask {
    _ = try await home.ferry("wait", id, "--api", api)
    return try await task(id)
  }

  /// Waits until a task has come that far.
  func reach(_ id: String, _ condition: (ListedTask) -> Bool) async throws {
    try await waitUntil("task \(id) that far", within: .seconds(300)) {
      condition(try await task(id))
    }
  }

  /// The objects that a task did not move, with the reasons.
  func failed(_ id: String, of project: String = "local") async throws -> [String: String] {
    let path = "/local/v1/\(project)/task/\(id)/failed-objects"
    let caller = APICaller(
      transport: HTTPTransport(
        endpoint: Endpoint(socket: home.path("run/ferry/ferry.sock")),
        credentials: Credentials.none,
        projectID: project, deadline: .seconds(60)), kind: .v1)
    let objects = try await caller.get(
      .unmovedObjects, path, query: [("start", "0"), ("limit", "100")])
    return Dictionary(objects.map { ($0.name, $0.reason) }) { first, _ in first }
  }
}
