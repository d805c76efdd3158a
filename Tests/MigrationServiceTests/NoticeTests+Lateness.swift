import Foundation
import HTTPTypes
import Synchronization
import SystemPackage
import TestServers
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Notices that are not taken at once.
extension NoticeTests {
  @Test func `a receiver that hangs holds up nobody`() async throws {
    try await Self.with { service, cloud in
      await cloud.hold()
      let ids = try await [
        service.createMoving(Bodies.create(more: Self.wish("SUCCESS"))),
        service.createMoving(Bodies.create(more: Self.wish("SUCCESS"))),
        service.createMoving(),
      ]
      for id in ids { service.mover.end(id, .succeeded) }
      for id in ids { try await service.wait(for: id, status: 5) }
      await cloud.arrived(2)
      let later = try await service.createMoving()
      service.mover.end(later, .succeeded)
      try await service.wait(for: later, status: 5)
      #expect(try await service.show(ids[0])["smnInfo"] == nil)
      await cloud.release()
      #expect(try await Self.told(ids[0], service)["notifyResult"] == .bool(true))
    }
  }

  @Test func `what is owed when the service is killed is told by the next one`() async throws {
    try await TemporaryDirectory.with { directory in
      let (alive, killed) = (directory.path.appending("alive"), directory.path.appending("killed"))
      try FileManager.default.createDirectory(
        atPath: alive.string, withIntermediateDirectories: false)
      try await Self.with(directory: alive) { service, cloud in
        await cloud.hold()
        let ids = try await [
          service.createMoving(Bodies.create(more: Self.wish("SUCCESS"))),
          service.createMoving(Bodies.create(more: Self.wish("SUCCESS"))),
        ]
        for id in ids { service.mover.end(id, .succeeded) }
        for id in ids { try await service.wait(for: id, status: 5) }
        let deleted = try await service.task(.delete, "/\(ids[1])")
        #expect(deleted.status == 204)
        // What lies on the disk at this moment is what a kill would leave.
        try FileManager.default.copyItem(atPath: alive.string, toPath: killed.string)
      }
      try await Self.with(directory: killed) { service, cloud in
        await cloud.arrived(2)
        let bodies = try await cloud.seen.map { try JSON($0.body) }
        let ids = bodies.compactMap { $0["task"]?["id"]?.number }
        let first = try #require(ids.min())
        #expect(bodies.allSatisfy { $0["event"]?.string == "succeeded" })
        let told = try await Self.told(TaskID(rawValue: first), service)
        #expect(told["notifyResult"] == .bool(true))
        #expect(await cloud.seen.count == 2)
      }
    }
  }

  @Test func `a task that runs anew does not say what became of the notice of its earlier end`()
    async throws
  {
    try await Self.with { service, cloud in
      await cloud.hold()
      let id = try await service.createMoving(Bodies.create(more: Self.wish("FAIL")))
      service.mover.end(id, .failed(Self.failure))
      try await service.wait(for: id, status: 4)
      await cloud.arrived(1)
      let started = try await service.operate(id, "start", Bodies.keys)
      #expect(started.status == 200, "\(started)")
      try await service.waitUntilMoving(id)
      await cloud.release()
      try await eventually("nothing owed") {
        try service.engine.store.notices(after: 0, limit: 1).isEmpty ? true : nil
      }
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      #expect(try await service.show(id)["smnInfo"] == nil)
      #expect(await cloud.seen.count == 1)
    }
  }

  @Test func `what is owed when there is no webhook any more is owed to nobody`() async throws {
    try await TemporaryDirectory.with { directory in
      let (alive, killed) = (directory.path.appending("alive"), directory.path.appending("killed"))
      try FileManager.default.createDirectory(
        atPath: alive.string, withIntermediateDirectories: false)
      let owed = Mutex<TaskID?>(nil)
      try await Self.with(directory: alive) { service, cloud in
        await cloud.hold()
        let id = try await service.createMoving(Bodies.create(more: Self.wish("SUCCESS")))
        service.mover.end(id, .succeeded)
        try await service.wait(for: id, status: 5)
        try FileManager.default.copyItem(atPath: alive.string, toPath: killed.string)
        owed.withLock { $0 = id }
        await cloud.release()
      }
      try await ServiceHarness.with(directory: killed) { service in
        let id = try #require(owed.withLock { $0 })
        #expect(try await Self.told(id, service)["notifyResult"] == .bool(false))
      }
    }
  }
}
