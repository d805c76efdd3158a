import HTTPTypes
import Synchronization
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Tasks that are started again.
struct ResumeTests {
  private static let half = MoveProgress(
    objects: ObjectCounts(total: 10, succeeded: 5), totalBytes: 1000, realBytes: 1000,
    completedBytes: 500, speed: 50, isScanned: true)

  @Test func `a stopped task is resumed with new keys, and its counts stay true`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      await service.mover.report(Self.half, of: id)
      _ = try await service.operate(id, "stop")
      try await service.wait(for: id, status: 3)
      #expect(try await service.operate(id, "start", Bodies.keys).status == 200)
      try await service.waitUntilMoving(id)
      let order = try #require(service.mover.orders.last)
      #expect(order.source.keys?.accessKey == "NEWAK")
      #expect(order.directory != service.mover.orders.first?.directory)
      let rest = MoveProgress(
        objects: ObjectCounts(total: 10, succeeded: 10), totalBytes: 1000,
        realBytes: 1000, completedBytes: 1000, isScanned: true)
      service.mover.end(id, .succeeded, rest)
      let task = try await service.wait(for: id, status: 5)
      #expect(task["success_num"] == .integer(10))
      #expect(task["skip_num"] == .integer(0))
      #expect(task["total_num"] == .integer(10))
      #expect(task["complete_size"] == .integer(1000))
    }
  }

  @Test(
    arguments: [
      (ObjectCounts(total: 10, succeeded: 5, failed: 1), true),
      (ObjectCounts(total: 6, succeeded: 5, failed: 1), false),
    ])
  func `a task is not over when only what had failed was moved`(
    counts: ObjectCounts, isScanned: Bool
  ) async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let some = MoveProgress(objects: counts, isScanned: isScanned)
      service.mover.end(
        id, .failed(TaskFailure(code: "TRF.0001", message: "no")), some, failed: ["a"])
      try await service.wait(for: id, status: 4)
      _ = try await service.operate(
        id, "start", Bodies.keys + #","migration_failed_object":true"#)
      try await service.waitUntilMoving(id)
      let rest = MoveProgress(objects: ObjectCounts(total: 1, succeeded: 1), isScanned: true)
      service.mover.end(id, .succeeded, rest)
      let task = try await service.wait(for: id, status: 4)
      #expect(task["error_reason"]?["error_code"] == .text("TRF.9002"))
      #expect(task["error_reason"]?["error_msg"]?.string?.contains("not yet all others") == true)
    }
  }

  @Test func `what an earlier process has counted stays until it is counted again`() async throws {
    try await TemporaryDirectory.with { directory in
      let known = Mutex<TaskID?>(nil)
      try await ServiceHarness.with(directory: directory.path) { service in
        let id = try await service.createMoving()
        await service.mover.report(Self.half, of: id)
        known.withLock { $0 = id }
      }
      let id = try #require(known.withLock { $0 })
      try await ServiceHarness.with(directory: directory.path) { service in
        try await service.waitUntilMoving(id)
        await service.mover.report(MoveProgress(objects: ObjectCounts(total: 1)), of: id)
        let task = try await service.show(id)
        #expect(task["success_num"] == .integer(5))
        #expect(task["total_num"] == .integer(10))
      }
    }
  }

  @Test func `only the failed objects are run again when that is asked for`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      let some = MoveProgress(
        objects: ObjectCounts(total: 10, succeeded: 8, failed: 2), totalBytes: 1000,
        realBytes: 1000, completedBytes: 800, isScanned: true)
      let failure = TaskFailure(code: "TRF.0062", message: "no")
      service.mover.end(id, .failed(failure), some, failed: ["b/1", "a"])
      try await service.wait(for: id, status: 4)
      let answer = try await service.operate(
        id, "start", Bodies.keys + #","migration_failed_object":true"#)
      #expect(answer.status == 200)
      try await service.waitUntilMoving(id)
      let only = service.mover.orders.last?.onlyObjects
      #expect(try only?.page(start: 0, limit: 10).map(\.name) == ["b/1", "a"])
      let rest = MoveProgress(
        objects: ObjectCounts(total: 2, succeeded: 2), totalBytes: 200, realBytes: 200,
        completedBytes: 200, isScanned: true)
      service.mover.end(id, .succeeded, rest)
      let task = try await service.wait(for: id, status: 5)
      #expect(task["success_num"] == .integer(10))
      #expect(task["fail_num"] == .integer(0))
      #expect(task["complete_size"] == .integer(1000))
    }
  }

  @Test func `failed objects that were not to be recorded cannot be run again`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving(
        Bodies.create(more: #","enable_failed_object_recording":false"#))
      let failure = TaskFailure(code: "TRF.0062", message: "no")
      service.mover.end(id, .failed(failure), Self.half, failed: ["a"])
      try await service.wait(for: id, status: 4)
      let answer = try await service.operate(
        id, "start", Bodies.keys + #","migration_failed_object":true"#)
      #expect(answer.code == "OMS.0167")
    }
  }

  @Test func `a start without keys is refused and changes nothing`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      _ = try await service.operate(id, "stop")
      try await service.wait(for: id, status: 3)
      #expect(try await service.operate(id, "start").code == "OMS.0064")
      #expect(try await service.show(id)["status"] == .integer(3))
    }
  }

  @Test func `a task between directories needs no keys`() async throws {
    try await ServiceHarness.with { service in
      let local = #"{"cloud_type":"Local","bucket":"/data","object_key":""}"#
      let other = local.replacing("/data", with: "/copy")
      let id = try await service.createMoving(Bodies.create(source: local, destination: other))
      #expect(service.mover.orders.first?.source.keys == nil)
      _ = try await service.operate(id, "stop")
      try await service.wait(for: id, status: 3)
      #expect(try await service.operate(id, "start").status == 200)
    }
  }
}
