import TestSupport
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import MigrationService

/// The limits that tasks are held to: slots, speed, numbers and time.
struct LimitTests {
  @Test func `no more tasks run than are allowed, and the first to wait is the next`() async throws
  {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 2)) { service in
      let first = try await service.createMoving()
      let second = try await service.createMoving()
      let third = try await service.create()
      let fourth = try await service.create()
      try await service.wait(for: fourth, status: 1)
      #expect(service.mover.running == [first, second])
      service.mover.end(second, .succeeded)
      try await service.waitUntilMoving(third)
      #expect(try await service.show(fourth)["status"] == .integer(1))
    }
  }

  @Test func `the limit of the hour goes along, and a changed one is passed on`() async throws {
    try await ServiceHarness.with { service in
      let all = #","bandwidth_policy":[{"start":"00:00","end":"23:59","max_bandwidth":5242880}]"#
      let id = try await service.createMoving(Bodies.create(more: all))
      #expect(service.mover.orders.first?.bandwidth == 5_242_880)
      #expect(try await service.operate(id, "change_bandwidthpolicy").status == 200)
      try await eventually("the limit is gone") {
        service.mover.limits == [nil] ? true : nil
      }
      #expect(try await service.show(id)["bandwidth_policy"] == .list([]))
    }
  }

  @Test func `the limit changes when a window begins`() async throws {
    let clock = Mutex(Date(timeIntervalSince1970: 1_709_633_472))
    let now = clock.withLock { $0 }
    let next = ServiceZone.machine.minute(at: now.addingTimeInterval(60)).rawValue
    try #require(next < 1439, "the machine's zone puts this instant at midnight")
    let start = "\(next / 600)\(next / 60 % 10):\(next % 60 / 10)\(next % 10)"
    try await ServiceHarness.with(now: { clock.withLock { $0 } }) { service in
      let window =
        #","bandwidth_policy":[{"start":"\#(start)","end":"23:59","max_bandwidth":5242880}]"#
      _ = try await service.createMoving(Bodies.create(more: window))
      #expect(service.mover.orders.first?.bandwidth == nil)
      clock.withLock { $0 += 60 }
      await service.engine.turn { $0.tick(at: $1) }
      try await eventually("the limit is there") {
        service.mover.limits == [5_242_880] ? true : nil
      }
    }
  }

  @Test func `a task that waits for more than thirty days fails`() async throws {
    let clock = Mutex(Date(timeIntervalSince1970: 1_709_633_472))
    let settings = EngineSettings(maxRunning: 1)
    try await ServiceHarness.with(settings: settings, now: { clock.withLock { $0 } }) { service in
      _ = try await service.createMoving()
      let id = try await service.create()
      try await service.wait(for: id, status: 1)
      clock.withLock { $0 += 31 * 24 * 3600 }
      await service.engine.turn { $0.expire(at: $1) }
      let task = try await service.show(id)
      #expect(task["status"] == .integer(4))
      #expect(task["error_reason"]?["error_code"] == .text("TRF.0003"))
      let keys = try service.engine.store.keys(of: id)
      #expect(keys == nil)
    }
  }

  @Test func `the limits on creations and on waiting tasks are kept`() async throws {
    let settings = EngineSettings(maxRunning: 1, creationsPerDay: 3, waitingTasks: 1)
    try await ServiceHarness.with(settings: settings) { service in
      _ = try await service.createMoving()
      let waiting = try await service.create()
      try await service.wait(for: waiting, status: 1)
      #expect(try await service.task(.post, body: Bodies.create()).code == "S3M.0076")
      #expect(try await service.task(.delete, "/\(waiting)").status == 204)
      let third = try await service.create()
      #expect(try await service.task(.delete, "/\(third)").status == 204)
      #expect(try await service.task(.post, body: Bodies.create()).code == "S3M.0075")
    }
  }
}
