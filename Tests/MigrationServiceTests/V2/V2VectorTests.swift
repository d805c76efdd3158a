import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// The example requests of the v2 reference, sent to the service.
struct V2VectorTests {
  typealias Vector = ReferenceVector

  static let creations = Vector.all(
    "v2",
    [
      "task-create-azure", "task-create-defaults", "task-create-google", "task-create-prefix",
      "task-create-temporary-keys", "task-create-url-list", "task-create-whole-bucket",
      "group-create",
    ])

  static let refusals = Vector.all(
    "v2",
    [
      "task-create-error-bandwidth-low", "task-create-error-missing-dst", "task-list-error-limit",
      "task-show-error-bad-id", "task-show-error-not-found", "task-batch-update-error-both",
      "group-show-error-not-found",
    ])

  @Test(arguments: creations)
  func `a creation of the reference is accepted`(vector: Vector) async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.post, vector.target, body: try vector.body())
      #expect(answer.status == vector.response.status, "\(answer)")
      let names = vector.response.body?.memberNames
      #expect(answer.value.memberNames == names)
    }
  }

  @Test(arguments: [
    ("task-create-everything", "OMS.0081", "source_cdn"),
    ("task-create-list", "OMS.0081", "source_cdn"),
    ("task-create-enable-kms-2020", "OMS.0069", "enable_kms"),
    ("group-create-everything", "OMS.0081", "source_cdn"),
  ])
  func `an example that asks for more than this service can do is refused by name`(
    name: String, code: String, member: String
  ) async throws {
    let vector = try #require(Vector.all("v2", [name]).first)
    try await ServiceHarness.with { service in
      let answer = try await service.send(.post, vector.target, body: try vector.body())
      #expect(answer.code == code, "\(answer)")
      #expect(answer.json["error_msg"]?.string?.contains(member) == true, "\(answer)")
    }
  }

  @Test(arguments: refusals)
  func `a refusal of the reference has its status and code`(vector: Vector) async throws {
    try await ServiceHarness.with { service in
      let method = try #require(HTTPRequest.Method(vector.request.method))
      let answer = try await service.send(method, vector.target, body: try vector.body())
      #expect(answer.status == vector.response.status, "\(answer)")
      #expect(answer.code == vector.response.body?["error_code"]?.string)
      #expect(answer.value.memberNames == vector.response.body?.memberNames)
    }
  }

  @Test func `a task has the members of the reference, and whether it is encrypted`()
    async throws
  {
    let documented = try #require(Vector.all("v2", ["task-show-2-running"]).first?.response.body)
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let shown = try await service.showInV2(id)
      #expect(Set(shown.keys) == documented.memberNames.union(["enable_kms"]))
      service.mover.end(id, .failed(TaskFailure(code: "TRF.0001", message: "no")))
      try await service.wait(for: id, status: 4)
      let ended = try await service.showInV2(id)
      #expect(Set(ended.keys) == Set(shown.keys))
    }
  }

  @Test func `a group has the members of the reference`() async throws {
    let documented = try #require(
      Vector.all("v2", ["group-show-2-monitoring"]).first?.response.body)
    try await ServiceHarness.with { service in
      let group = try await service.show(service.createGroup())
      #expect(Set(group.keys) == documented.memberNames.union(["enable_kms"]))
    }
  }
}
