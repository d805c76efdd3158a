import GRDB
import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Lists of tasks that somebody has already.
struct ListTagTests {
  private static let list = "/v1/\(ServiceHarness.project)/objectstorage/task?start=0&limit=10"

  private static func again(_ tag: String?, _ service: ServiceHarness) async throws -> Answer {
    try await service.send(.get, list, headers: tag.map { [.ifNoneMatch: $0] } ?? [:])
  }

  @Test func `a list that says the same is not sent again`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      let first = try await service.send(.get, Self.list)
      let tag = try #require(first.headers[.eTag])
      let second = try await Self.again(tag, service)
      #expect(second.status == 304)
      #expect(second.text.isEmpty)
      // The tag of another process says nothing here.
      #expect(try await Self.again("\"0-1\"", service).text == first.text)
    }
  }

  @Test(arguments: ["create", "start", "limit", "delete"])
  func `a change makes it another list`(change: String) async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      service.mover.end(id, .failed(TaskFailure(code: "TRF.0001", message: "no")))
      try await service.wait(for: id, status: 4)
      let tag = try await service.send(.get, Self.list).headers[.eTag]
      switch change {
      case "create": _ = try await service.create()
      case "start": _ = try await service.operate(id, "start", Bodies.keys)
      case "limit": _ = try await service.operate(id, "change_bandwidthpolicy")
      default: _ = try await service.task(.delete, "/\(id)")
      }
      #expect(try await Self.again(tag, service).status == 200)
    }
  }

  @Test func `a list that lacks something is answered, and not taken for the same again`()
    async throws
  {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      try await service.engine.store.pool.write { db in
        try db.execute(sql: "DELETE FROM answer")
      }
      let list = try await service.send(.get, Self.list)
      #expect(list.value == .list([]))
      #expect(list.headers[.eTag] == nil)
    }
  }

  @Test func `a list with a task that moves is never the same`() async throws {
    try await ServiceHarness.with { service in
      _ = try await service.createMoving()
      #expect(try await service.send(.get, Self.list).headers[.eTag] == nil)
    }
  }
}
