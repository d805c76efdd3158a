import TestSupport
import Foundation
import HTTPTypes
import Testing

@testable import Migration

@testable import MigrationService

/// What becomes of tasks from their creation on.
struct LifecycleTests {
  private static let half = MoveProgress(
    objects: ObjectCounts(total: 10, succeeded: 5), totalBytes: 1000, realBytes: 1000,
    completedBytes: 500, speed: 50, isScanned: true)
  private static let done = MoveProgress(
    objects: ObjectCounts(total: 10, succeeded: 10), totalBytes: 1000, realBytes: 1000,
    completedBytes: 1000, isScanned: true)

  @Test func `a created task runs with what was asked for`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving(
        Bodies.create(more: #","task_type":"object","migrate_since":1704067200"#))
      let order = try #require(service.mover.orders.first)
      #expect(order.task == id)
      #expect(order.source.location.bucket == "holiday-photos")
      #expect(order.source.location.keys == ["2023/"])
      #expect(order.source.keys?.secretKey == Secret("SRCSECRET"))
      #expect(order.destination.keys?.accessKey == "DSTAK")
      #expect(order.destination.location.keys == ["incoming/"])
      #expect(order.transfers == 20)
      #expect(order.changedSince == Date(timeIntervalSince1970: 1_704_067_200))
      #expect(order.onlyObjects == nil)
      #expect(order.bandwidth == nil)
    }
  }

  @Test func `a running task shows how far it is at this moment`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      await service.mover.report(Self.half, of: id)
      let task = try await service.show(id)
      #expect(task["status"] == .integer(2))
      #expect(task["progress"] == .number(0.5))
      #expect(task["migrate_speed"] == .integer(50))
      #expect(task["left_time"] == .integer(10_000))
      #expect(task["success_num"] == .integer(5))
      #expect(task["is_query_over"] == .bool(true))
      #expect(try #require(task["start_time"]?.number) > 1_700_000_000_000)
    }
  }

  @Test func `a succeeded task is complete`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      service.mover.end(id, .succeeded, Self.done)
      let task = try await service.wait(for: id, status: 5)
      #expect(task["progress"] == .integer(1))
      #expect(task["success_num"] == .integer(10))
      #expect(task["migrate_speed"] == .integer(0))
      #expect(task["error_reason"] == .text(""))
      #expect(task["failed_object_record"] == nil)
    }
  }

  @Test func `a failed task says why, and that its failed objects can be run again`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let failure = TaskFailure(code: "TRF.0062", message: "Some objects failed.")
      service.mover.end(id, .failed(failure), Self.half, failed: ["a"])
      let task = try await service.wait(for: id, status: 4)
      #expect(task["error_reason"]?["error_code"] == .text("TRF.0062"))
      #expect(task["error_reason"]?["error_msg"] == .text("Some objects failed."))
      let record = try #require(task["failed_object_record"]?.string)
      let members = try JSON(record)
      #expect(members["result"] == .bool(true))
    }
  }

  @Test func `a run that breaks off leaves what was known, and the lists of the one before`()
    async throws
  {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let failure = TaskFailure(code: "TRF.0062", message: "Some objects failed.")
      service.mover.end(id, .failed(failure), Self.half, failed: ["a"])
      try await service.wait(for: id, status: 4)
      #expect(try await service.operate(id, "start", Bodies.keys).status == 200)
      try await service.waitUntilMoving(id)
      service.mover.breakOff(id, NotMoved())
      let task = try await service.wait(for: id, status: 4)
      #expect(task["success_num"] == .integer(5))
      let failed = try await service.engine.unmoved(
        .failed, of: id, project: ServiceHarness.project, start: 0, limit: 10)
      #expect(failed.map(\.name) == ["a"])
    }
  }

  private struct NotMoved: Error {}

  @Test func `an answer never holds a key`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let answers = [
        try await service.task(.get, "/\(id)"), try await service.task(.get, "?start=0&limit=10"),
      ]
      for answer in answers {
        #expect(!answer.text.contains("SECRET"))
        #expect(!answer.text.contains("SRCAK"))
        #expect(!answer.text.contains("\"ak\""))
      }
    }
  }

  @Test func `a stopping task is shown as running until it has stopped`() async throws {
    let mover = FakeMover(onStop: .ignore)
    try await ServiceHarness.with(mover: mover) { service in
      let id = try await service.createMoving()
      #expect(try await service.operate(id, "stop").status == 200)
      #expect(try await service.show(id)["status"] == .integer(2))
      #expect(
        try await service.task(.get, "?totalcount=true&state=2").json["taskcount"] == .integer(1))
      mover.end(id, .stopped, Self.half)
      let task = try await service.wait(for: id, status: 3)
      #expect(task["progress"] == .number(0.5))
    }
  }

  @Test(
    arguments: [
      MoveResult.End.stopped, .succeeded, .failed(TaskFailure(code: "TRF.0001", message: "no")),
    ])
  func `a stop that was answered ends as stopped, whatever the run came to`(
    end: MoveResult.End
  ) async throws {
    let mover = FakeMover(onStop: .ignore)
    try await ServiceHarness.with(mover: mover) { service in
      let id = try await service.createMoving()
      let stop = try await service.operate(id, "stop")
      #expect(stop.status == 200)
      mover.end(id, end, Self.half, failed: ["a"])
      let task = try await service.wait(for: id, status: 3)
      #expect(task["error_reason"] == .text(""))
      let failed = try await service.engine.unmoved(
        .failed, of: id, project: ServiceHarness.project, start: 0, limit: 10)
      #expect(failed.map(\.name) == ["a"])
    }
  }

  @Test func `a deleted task is gone, and a second delete says so`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      #expect(try await service.task(.delete, "/\(id)").status == 204)
      #expect(try await service.task(.get, "/\(id)").code == "OMS.0053")
      #expect(try await service.task(.delete, "/\(id)").code == "OMS.0053")
      #expect(try await service.task(.get, "?start=0&limit=10").value == .list([]))
    }
  }

  @Test func `a running task survives an attempt to delete it`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      #expect(try await service.task(.delete, "/\(id)").code == "OMS.0063")
      #expect(service.mover.running == [id])
      service.mover.end(id, .succeeded, Self.done)
      try await service.wait(for: id, status: 5)
    }
  }

  @Test func `a task of another project is not there`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let other = "/v1/other/objectstorage/task"
      #expect(try await service.send(.get, "\(other)/\(id)").code == "OMS.0053")
      #expect(try await service.send(.delete, "\(other)/\(id)").code == "OMS.0053")
      #expect(try await service.send(.get, "\(other)?start=0&limit=10").value == .list([]))
    }
  }

  @Test func `a mover that breaks off leaves a failed task`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      service.mover.breakOff(id, CocoaError(.fileNoSuchFile))
      let task = try await service.wait(for: id, status: 4)
      #expect(task["error_reason"]?["error_code"] == .text("TRF.0001"))
    }
  }

  @Test func `many creations at once are all there, each with an id of its own`() async throws {
    try await ServiceHarness.with { service in
      let ids = try await withThrowingTaskGroup(of: TaskID.self) { group in
        for _ in 0..<50 { group.addTask { try await service.create() } }
        return try await group.reduce(into: Set<TaskID>()) { $0.insert($1) }
      }
      #expect(ids.count == 50)
      let listed = try await service.task(.get, "?start=0&limit=100").value.elements
      #expect(listed.compactMap { $0["id"]?.number } == ids.map(\.rawValue).sorted(by: >))
      #expect(service.mover.running.count <= 5)
    }
  }
}
