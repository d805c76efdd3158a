import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Tasks, through v2.
struct V2TaskTests {
  private func create(
    _ service: ServiceHarness, _ body: String = V2Bodies.create()
  ) async throws -> TaskID {
    let answer = try await service.v2(.post, "tasks", body: body)
    try #require(answer.status == 200, "\(answer)")
    return TaskID(rawValue: try #require(answer.json["id"]?.number))
  }

  @Test func `a created task runs with what was asked for, and is the same task in v1`()
    async throws
  {
    try await ServiceHarness.with { service in
      let id = try await create(
        service,
        V2Bodies.create(
          source: V2Bodies.source(#""object_key":["a/","b"],"security_token":"TOKEN""#),
          more: #","migrate_since":1704067200,"description":"a (b)","task_priority":"LOW""#))
      try await service.waitUntilMoving(id)
      let order = try #require(service.mover.orders.first)
      #expect(order.source.location.keys == ["a/", "b"])
      #expect(order.source.keys?.securityToken == Secret("TOKEN"))
      #expect(order.destination.location.keys == ["incoming/"])
      #expect(order.changedSince == Date(timeIntervalSince1970: 1_704_067_200))
      let shown = try await service.showInV2(id)
      #expect(shown["dst_node"]?["save_prefix"] == .text("incoming/"))
      #expect(shown["src_node"]?["object_key"] == .list([.text("a/"), .text("b")]))
      #expect(shown["migrate_since"] == .integer(1_704_067_200_000))
      #expect(shown["description"] == .text("a (b)"))
      #expect(shown["task_priority"] == .text("LOW"))
      #expect(shown["group_id"] == .text(""))
      #expect(shown["error_reason"] == .null)
      let first = try await service.show(id)
      #expect(first["name"] == shown["name"])
      #expect(first["dst_node"]?["object_key"] == .text("incoming/"))
      #expect(shown["dst_node"]?["cloud_type"] == nil)
    }
  }

  @Test func `a destination that only this service has is told as such`() async throws {
    try await ServiceHarness.with { service in
      let place = #"{"cloud_type":"Local","bucket":"/srv/copy"}"#
      let id = try await create(service, V2Bodies.create(destination: place))
      #expect(try await service.showInV2(id)["dst_node"]?["cloud_type"] == .text("Local"))
      let group = try await service.v2(
        .post, "taskgroups", body: V2Bodies.create(destination: place))
      let shown = try await service.show(
        TaskGroupID(rawValue: try #require(group.json["group_id"]?.string)))
      #expect(shown["dst_node"]?["cloud_type"] == .text("Local"))
    }
  }

  @Test func `a stop shows as stopping until it is over, which v1 calls running`() async throws {
    try await ServiceHarness.with(mover: FakeMover(onStop: .ignore)) { service in
      let id = try await create(service)
      try await service.waitUntilMoving(id)
      #expect(try await service.v2(.post, "tasks/\(id)/stop").status == 200)
      #expect(try await service.showInV2(id)["status"] == .integer(7))
      #expect(try await service.show(id)["status"] == .integer(2))
      #expect(try await service.listInV2("status=7").ids == [id])
      #expect(try await service.listInV2("status=2").count == 0)
      service.mover.end(id, .stopped)
      try await service.wait(for: id, status: 3)
      #expect(try await service.showInV2(id)["status"] == .integer(3))
    }
  }

  @Test func `a start brings new keys, and may be about failed objects alone`() async throws {
    try await ServiceHarness.with { service in
      let id = try await create(service)
      try await service.waitUntilMoving(id)
      let failure = TaskFailure(code: "TRF.0062", message: "no")
      service.mover.end(
        id, .failed(failure), MoveProgress(objects: ObjectCounts(total: 1, failed: 1)),
        failed: ["2023/x"])
      try await service.wait(for: id, status: 4)
      let failed = try await service.showInV2(id)
      #expect(failed["failed_object_record"]?["result"] == .bool(true))
      #expect(failed["error_reason"]?["error_code"] == .text("TRF.0062"))
      let none = try await service.v2(.post, "tasks/\(id)/start", body: "{}")
      #expect(none.code == "OMS.1004")
      let body = V2Bodies.keys.dropLast() + #","migrate_failed_object":true}"#
      let answer = try await service.v2(.post, "tasks/\(id)/start", body: String(body))
      #expect(answer.status == 200, "\(answer)")
      try await service.waitUntilMoving(id)
      let order = try #require(service.mover.orders.last)
      #expect(order.source.keys?.accessKey == "NEWAK")
      #expect(order.onlyObjects != nil)
    }
  }

  @Test func `windows are replaced, and none of a task that has succeeded`() async throws {
    try await ServiceHarness.with { service in
      let id = try await create(service)
      try await service.waitUntilMoving(id)
      let window = #"{"start":"00:00","end":"23:59","max_bandwidth":1048576}"#
      let body = #"{"bandwidth_policy":[\#(window)]}"#
      #expect(try await service.v2(.put, "tasks/\(id)/bandwidth-policy", body: body).status == 200)
      try await service.waitUntilTold([1_048_576])
      let missing = try await service.v2(.put, "tasks/\(id)/bandwidth-policy", body: "{}")
      #expect(missing.code == "OMS.1004")
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      let late = try await service.v2(.put, "tasks/\(id)/bandwidth-policy", body: body)
      #expect(late.code == "OMS.0086")
    }
  }

  @Test func `a deleted task is gone, and running ones are not deleted`() async throws {
    try await ServiceHarness.with { service in
      let id = try await create(service)
      try await service.waitUntilMoving(id)
      #expect(try await service.v2(.delete, "tasks/\(id)").code == "OMS.0063")
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      let answer = try await service.v2(.delete, "tasks/\(id)")
      #expect(answer.status == 200 && answer.text.isEmpty)
      for method in [HTTPRequest.Method.get, .delete] {
        #expect(try await service.v2(method, "tasks/\(id)").code == "OMS.1009")
      }
    }
  }

  @Test func `a quota that is used up has its own code in v2`() async throws {
    try await ServiceHarness.with(settings: EngineSettings(creationsPerDay: 1)) { service in
      _ = try await create(service)
      let answer = try await service.v2(.post, "tasks", body: V2Bodies.create())
      #expect(answer.code == "OMS.1021")
      let first = try await service.task(.post, body: Bodies.create())
      #expect(first.code == "S3M.0075")
      let group = try await service.v2(.post, "taskgroups", body: V2Bodies.group(["a", "b"]))
      #expect(group.code == "OMS.1021")
    }
  }
}
