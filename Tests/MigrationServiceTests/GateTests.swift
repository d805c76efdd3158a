import TestSupport
import HTTPTypes
import Testing

@testable import MigrationService

struct GateTests {
  private static let list = "/v1/\(ServiceHarness.project)/objectstorage/task"

  @Test(arguments: [
    "/v3", "/v1.0", "/v3/x", list + "/", list + "/?start=0&limit=1", "/v1//objectstorage/task",
    "/v1/p/objectstorage/tasks", "/v1/p/objectstorage/task/1/start", "/v2/p/task", "/v2/p/tasks/",
    "/v2/p/taskgroups/g/stop", "/%2e%2e/etc",
  ])
  func `a path that is none is answered as the gateway does`(path: String) async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.get, path)
      #expect(answer.status == 404)
      #expect(answer.code == "APIGW.0101")
      #expect(answer.json["request_id"]?.string == answer.headers[.requestID])
    }
  }

  @Test func `a method that is none is answered as the gateway does`() async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.send(.patch, Self.list)
      #expect(answer.code == "APIGW.0101")
    }
  }

  @Test func `every answer has an id of its own`() async throws {
    try await ServiceHarness.with { service in
      let one = try await service.task(.get, "?start=0&limit=1").headers[.requestID]
      let other = try await service.task(.get, "?start=0&limit=1").headers[.requestID]
      #expect(one?.count == 32)
      #expect(one != other)
    }
  }

  @Test func `a body above twelve megabytes is refused`() async throws {
    try await ServiceHarness.with { service in
      let body = String(repeating: " ", count: 12 * 1024 * 1024 + 1)
      let answer = try await service.task(.post, body: body)
      #expect(answer.status == 413)
      #expect(answer.code == "APIGW.0201")
    }
  }

  @Test(arguments: ["abc", "-1", "1000000000000000", "0x10", "1%00", "٣", "99999999999999999999"])
  func `an id that is none is refused`(id: String) async throws {
    try await ServiceHarness.with { service in
      let shown = try await service.task(.get, "/\(id)")
      let deleted = try await service.task(.delete, "/\(id)")
      #expect(shown.code == "OMS.0054")
      #expect(deleted.code == "OMS.0054")
    }
  }

  @Test(arguments: ["%00", "a%2Fb", "a b", "ü", String(repeating: "a", count: 65)])
  func `a project that is none is refused`(project: String) async throws {
    try await ServiceHarness.with { service in
      let path = "/v1/\(project)/objectstorage/task?start=0&limit=1"
      let answer = try await service.send(.get, path)
      #expect(answer.code == "S3M.0056")
    }
  }

  @Test func `health needs no signature, everything else does`() async throws {
    let verifier = SignatureVerifier(keys: [])
    try await ServiceHarness.with(policy: .signed(verifier)) { service in
      #expect(try await service.send(.get, "/healthz").status == 200)
      let answer = try await service.task(.get, "?start=0&limit=1")
      #expect(answer.status == 401)
      #expect(answer.code == "APIGW.0301")
      #expect(answer.json["request_id"] != nil)
    }
  }

  @Test func `a service whose mover cannot be used is not healthy`() async throws {
    try await ServiceHarness.with(moverTrouble: "rclone is missing") { service in
      let answer = try await service.send(.get, "/healthz")
      #expect(answer.status == 503)
      #expect(answer.json["problems"] == .list([.text("rclone is missing")]))
    }
  }
}
