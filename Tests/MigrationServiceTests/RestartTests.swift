import Foundation
import HTTPTypes
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What a second process finds in the state directory of a first one.
struct RestartTests {
  @Test func `what ran is taken up again in the same directory`() async throws {
    try await TemporaryDirectory.with { directory in
      let first = FakeMover()
      try await ServiceHarness.with(directory: directory.path, mover: first) { service in
        _ = try await service.createMoving()
      }
      let order = try #require(first.orders.first)
      #expect(first.halts == 1)
      try await ServiceHarness.with(directory: directory.path) { service in
        try await service.waitUntilMoving(order.task)
        let again = try #require(service.mover.orders.first)
        #expect(again.directory == order.directory)
        #expect(again.source.keys == order.source.keys)
        #expect(try await service.show(order.task)["status"] == .integer(2))
      }
    }
  }

  @Test func `what was accepted before a kill is known after it`() async throws {
    try await TemporaryDirectory.with { directory in
      let (alive, killed) = (directory.path.appending("alive"), directory.path.appending("killed"))
      try FileManager.default.createDirectory(
        atPath: alive.string, withIntermediateDirectories: false)
      let settings = EngineSettings(maxRunning: 2)
      let first = FakeMover(onStop: .ignore)
      try await ServiceHarness.with(directory: alive, mover: first, settings: settings) { service in
        _ = try await service.createMoving()
        let stopping = try await service.createMoving()
        let stop = try await service.operate(stopping, "stop")
        #expect(stop.status == 200)
        _ = try await service.create()
        // What lies on the disk at this moment is what a kill would leave.
        try FileManager.default.copyItem(atPath: alive.string, toPath: killed.string)
      }
      let tasks = first.orders.map(\.task)
      try await ServiceHarness.with(directory: killed, settings: settings) { service in
        try await service.wait(for: tasks[1], status: 3)
        try await service.waitUntilMoving(tasks[0])
        let listed = try await service.task(.get, "?start=0&limit=10").value.elements
        let last = TaskID(rawValue: try #require(listed.first?["id"]?.number))
        try await service.waitUntilMoving(last)
        #expect(listed.count == 3)
      }
    }
  }

  @Test func `what was stopping ends stopped`() async throws {
    try await TemporaryDirectory.with { directory in
      let first = FakeMover(onStop: .ignore)
      try await ServiceHarness.with(directory: directory.path, mover: first) { service in
        let id = try await service.createMoving()
        let answer = try await service.operate(id, "stop")
        #expect(answer.status == 200)
      }
      let id = try #require(first.orders.first?.task)
      try await ServiceHarness.with(directory: directory.path) { service in
        try await service.wait(for: id, status: 3)
      }
    }
  }

  @Test func `what waited waits, in its turn`() async throws {
    try await TemporaryDirectory.with { directory in
      let settings = EngineSettings(maxRunning: 1)
      let first = FakeMover()
      try await ServiceHarness.with(directory: directory.path, mover: first, settings: settings) {
        _ = try await $0.createMoving()
        _ = try await $0.create()
        _ = try await $0.create()
      }
      let running = try #require(first.orders.first?.task)
      try await ServiceHarness.with(directory: directory.path, settings: settings) { service in
        try await service.waitUntilMoving(running)
        let waiting = try await service.task(.get, "?start=0&limit=10&state=1").value.elements
        let ids = waiting.compactMap { $0["id"]?.number }
        #expect(ids.count == 2)
        service.mover.end(running, .succeeded)
        try await service.waitUntilMoving(TaskID(rawValue: try #require(ids.last)))
      }
    }
  }

  @Test func `progress of the first process is there at once in the second`() async throws {
    try await TemporaryDirectory.with { directory in
      let first = FakeMover()
      try await ServiceHarness.with(directory: directory.path, mover: first) { service in
        let id = try await service.createMoving()
        await first.report(
          MoveProgress(objects: ObjectCounts(total: 9, succeeded: 4), isScanned: true), of: id)
      }
      let id = try #require(first.orders.first?.task)
      try await ServiceHarness.with(directory: directory.path) { service in
        let task = try await service.show(id)
        #expect(task["success_num"] == .integer(4))
      }
    }
  }

  @Test func `a task whose keys are lost fails and says so`() async throws {
    try await TemporaryDirectory.with { directory in
      let first = FakeMover()
      try await ServiceHarness.with(directory: directory.path, mover: first) { service in
        _ = try await service.createMoving()
      }
      let id = try #require(first.orders.first?.task)
      try FileManager.default.removeItem(
        atPath: directory.path.appending("service.key").string)
      try await ServiceHarness.with(directory: directory.path) { service in
        let task = try await service.wait(for: id, status: 4)
        #expect(task["error_reason"]?["error_code"] == .text("TRF.0151"))
        #expect(service.mover.orders.isEmpty)
      }
    }
  }

  @Test func `papers of deleted tasks are cleared away`() async throws {
    try await TemporaryDirectory.with { directory in
      try directory.write("left over", to: "tasks/100000000000001/1/log")
      try directory.write("not ours", to: "tasks/readme")
      try await ServiceHarness.with(directory: directory.path) { _ in
        let isGone = try await eventually("the directory is gone") {
          directory.has("tasks/100000000000001") ? nil : true
        }
        #expect(isGone)
      }
      #expect(directory.has("tasks/readme"))
    }
  }
}

extension TemporaryDirectory {
  /// Whether there is a file or directory at this path.
  func has(_ relativePath: String) -> Bool {
    FileManager.default.fileExists(atPath: path.appending(relativePath).string)
  }
}
