import HTTPTypes
import SystemPackage
import Testing

@testable import MigrationService

/// Whether a creation would be accepted, without the creation.
struct CreationCheckTests {
  private static let path = "/local/v1/\(ServiceHarness.project)/creation-checks"

  @Test func `what would be accepted is, and makes no task`() async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.post, Self.path, body: Bodies.create())
      #expect(answer.status == 200)
      #expect(service.engine.count(of: ServiceHarness.project, in: nil) == 0)
    }
  }

  @Test(arguments: FeasibilityTests.cases)
  func `what would be refused is, with the same code`(wrong: RequestValidationTests.Case)
    async throws
  {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.post, Self.path, body: wrong.body)
      #expect(answer.code == wrong.code)
    }
  }

  @Test func `a creation of v2 is checked by the rules of v2`() async throws {
    try await ServiceHarness.with { service in
      let path = Self.path + "/v2"
      let right = try await service.send(.post, path, body: V2Bodies.create())
      #expect(right.status == 200, "\(right)")
      let first = try await service.send(.post, path, body: Bodies.create())
      #expect(first.status == 400, "\(first)")
      #expect(service.engine.count(of: ServiceHarness.project, in: nil) == 0)
    }
  }

  @Test func `one task more than may wait is refused`() async throws {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 1, waitingTasks: 0)) {
      let answer = try await $0.send(.post, Self.path, body: Bodies.create())
      #expect(answer.code == "S3M.0076")
    }
  }

  @Test func `a place that the caller may not name is refused`() async throws {
    let local = Bodies.create(
      source: #"{"cloud_type":"Local","bucket":"/etc","object_key":""}"#)
    try await ServiceHarness.with(bounds: Bounds(roots: ["/srv"])) { service in
      let answer = try await service.send(.post, Self.path, body: local)
      #expect(answer.status == 400)
    }
  }

  @Test func `what is no creation is refused as elsewhere`() async throws {
    try await ServiceHarness.with { service in
      let bad = try await service.send(.post, Self.path, body: "no")
      #expect(bad.code == "OMS.0067")
      let wrong = try await service.send(.get, Self.path)
      #expect(wrong.status == 404)
    }
  }
}
