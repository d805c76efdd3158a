import TestSupport
import Foundation
import HTTPTypes
import Testing

@testable import Migration

@testable import MigrationService

/// The reference's example requests, sent to the service; what it answers has the example's status
/// and the shape of the example's body.
struct V1VectorTests {
  typealias Vector = ReferenceVector

  private static func vectors(_ names: [String]) -> [Vector] { Vector.all("v1", names) }

  static let creations = vectors([
    "create-object-key-as-object",
    "create-prefix", "create-tencent-app-id", "create-whole-bucket-empty-keys",
  ])

  static let refusals = vectors([
    "create-error-bandwidth-count", "create-error-bandwidth-overlap",
    "create-error-bandwidth-range", "create-error-bandwidth-time", "create-error-description",
    "create-error-missing-node", "create-error-not-json", "create-error-path-not-empty",
    "create-error-thread-num", "create-error-type-mismatch", "delete-error-not-found",
    "error-gateway-unknown-path", "list-error-limit", "list-error-missing-limit",
    "list-error-state", "operation-error-missing", "operation-error-unknown",
    "show-error-bad-id", "show-error-not-found", "version-error",
  ])

  static let reads = vectors(["count-all", "count-by-state", "list-empty", "quota"])

  @Test(arguments: creations)
  func `a creation of the reference is accepted`(vector: Vector) async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.post, vector.target, body: try vector.body())
      #expect(answer.status == vector.response.status)
      let names = vector.response.body?.memberNames
      #expect(answer.value.memberNames == names)
      let id = TaskID(rawValue: try #require(answer.json["id"]?.number))
      #expect(String(id.rawValue).count == 15)
      #expect(answer.json["task_name"]?.string?.contains(/-\d{17}_\d{3}$/) == true)
      let shown = try await service.show(id)
      #expect(shown["status"] != nil)
    }
  }

  @Test(arguments: [
    ("create-cdn-bandwidth-restore", "OMS.0081", "source_cdn"),
    ("create-object-key-as-string", "OMS.0069", "enableKMS"),
  ])
  func `an example that asks for more than this service can do is refused by name`(
    name: String, code: String, member: String
  ) async throws {
    let vector = try #require(Self.vectors([name]).first)
    try await ServiceHarness.with { service in
      let answer = try await service.send(.post, vector.target, body: try vector.body())
      #expect(answer.code == code)
      #expect(answer.json["error_msg"]?.string?.contains(member) == true)
    }
  }

  @Test(arguments: refusals)
  func `a refusal of the reference has its status, code and members`(
    vector: Vector
  ) async throws {
    try await ServiceHarness.with { service in
      let method = try #require(HTTPRequest.Method(vector.request.method))
      let answer = try await service.send(method, vector.target, body: try vector.body())
      #expect(answer.status == vector.response.status)
      #expect(answer.code == vector.response.body?["error_code"]?.string)
      #expect(answer.value.memberNames == vector.response.body?.memberNames)
    }
  }

  @Test(arguments: reads)
  func `an answer of the reference has its shape`(vector: Vector) async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.get, vector.target)
      #expect(answer.status == vector.response.status)
      #expect(answer.value.memberNames == vector.response.body?.memberNames)
    }
  }

  @Test func `a task has every member that the reference always shows`() async throws {
    let documented = try #require(Self.vectors(["show-2-running"]).first?.response.body)
    try await ServiceHarness.with { service in
      let task = try await service.show(service.createMoving())
      let missing = documented.memberNames.subtracting(task.keys)
      #expect(missing.isEmpty)
    }
  }

  @Test func `the versions have the reference's shape`() async throws {
    let documented = try #require(Self.vectors(["version"]).first?.response.body?["versions"])
    let path = "/v1/\(ServiceHarness.project)/objectstorage/version"
    try await ServiceHarness.with { service in
      let versions = try await service.send(.get, path).json["versions"]
      #expect(versions?.elements.first?.memberNames == documented.elements.first?.memberNames)
      #expect(versions?.elements.first?["id"]?.string == "v1.0")
    }
  }
}
