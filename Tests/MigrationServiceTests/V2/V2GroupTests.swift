import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Task groups: each is what its tasks add up to.
struct V2GroupTests {
  private static let failure = MoveResult.End.failed(TaskFailure(code: "TRF.0062", message: "no"))

  /// A group of three whose first two tasks run.
  static func withGroup(
    onStop reaction: FakeMover.Reaction = .stop,
    _ body: @escaping @Sendable (ServiceHarness, TaskGroupID, [TaskID]) async throws -> Void
  ) async throws {
    let mover = FakeMover(onStop: reaction)
    try await ServiceHarness.with(mover: mover, settings: EngineSettings(maxRunning: 2)) {
      service in
      let group = try await service.createGroup()
      let members = try await service.members(of: group)
      for id in members.prefix(2) { try await service.waitUntilMoving(id) }
      try await body(service, group, members)
    }
  }

  @Test func `each prefix is a task of its own, and the group is their sum`() async throws {
    try await Self.withGroup { service, group, members in
      #expect(members.count == 3)
      #expect(service.mover.orders.map { $0.source.location.keys } == [["a/"], ["b/"]])
      #expect(service.mover.orders.allSatisfy { $0.kind == .prefix })
      let progress = MoveProgress(
        objects: ObjectCounts(total: 10, succeeded: 4, skipped: 1), totalBytes: 1000,
        realBytes: 900, completedBytes: 400, speed: 50, isScanned: true)
      for id in members.prefix(2) { await service.mover.report(progress, of: id) }
      let shown = try await service.show(group)
      let wanted: [String: JSON] = [
        "status": .integer(2), "total_task_num": .integer(3), "create_task_num": .integer(3),
        "executing_task_num": .integer(2), "waiting_task_num": .integer(1),
        "total_num": .integer(20), "success_num": .integer(8), "skip_num": .integer(2),
        "total_size": .integer(2000), "complete_size": .integer(800),
        "migrate_speed": .integer(100), "task_type": .text("PREFIX"),
      ]
      for (member, value) in wanted { #expect(shown[member] == value, "\(member)") }
      #expect(shown["src_node"]?["object_key"]?.elements.count == 3)
    }
  }

  @Test func `no two tasks of a group move the same object`() async throws {
    try await ServiceHarness.with { service in
      let group = try await service.createGroup(["b/", "a", "a/x", "b/", "ab"])
      let members = try await service.members(of: group)
      for id in members { try await service.waitUntilMoving(id) }
      #expect(service.mover.orders.map { $0.source.location.keys } == [["a"], ["b/"]])
      let whole = try await service.createGroup(["a/", ""])
      #expect(try await service.show(whole)["total_task_num"] == .integer(1))
    }
  }

  @Test func `a stop ends what runs and keeps what waits from running`() async throws {
    try await Self.withGroup(onStop: .ignore) { service, group, members in
      #expect(try await service.v2(.put, "taskgroups/\(group)/stop").status == 200)
      let stopping = try await service.show(group)
      #expect(stopping["status"] == .integer(7))
      #expect(stopping["paused_task_num"] == .integer(1))
      #expect(try await service.v2(.put, "taskgroups/\(group)/stop").code == "OMS.1038")
      #expect(try await service.v2(.delete, "taskgroups/\(group)").code == "OMS.1036")
      for id in members.prefix(2) { service.mover.end(id, .stopped) }
      let stopped = try await service.wait(for: group, status: 3)
      #expect(stopped["paused_task_num"] == .integer(3))
      #expect(service.mover.orders.count == 2)
    }
  }

  @Test func `a stopped group goes on with new keys`() async throws {
    try await Self.withGroup { service, group, members in
      _ = try await service.v2(.put, "taskgroups/\(group)/stop")
      try await service.wait(for: group, status: 3)
      let path = "taskgroups/\(group)/start"
      #expect(try await service.v2(.put, path, body: "{}").code == "OMS.1004")
      let retry = try await service.v2(.put, "taskgroups/\(group)/retry", body: V2Bodies.keys)
      #expect(retry.code == "OMS.1040")
      let answer = try await service.v2(.put, path, body: V2Bodies.keys)
      #expect(answer.status == 200, "\(answer)")
      for id in members.prefix(2) { try await service.waitUntilMoving(id) }
      #expect(service.mover.orders.suffix(2).allSatisfy { $0.source.keys?.accessKey == "NEWAK" })
      #expect(try await service.show(group)["status"] == .integer(2))
      #expect(try await service.v2(.put, path, body: V2Bodies.keys).code == "OMS.1039")
    }
  }

  @Test func `a failed group is retried with those tasks alone that failed`() async throws {
    try await Self.withGroup { service, group, members in
      let one = MoveProgress(objects: ObjectCounts(total: 1, failed: 1), isScanned: true)
      service.mover.end(members[0], Self.failure, one, failed: ["a/x"])
      try await service.waitUntilMoving(members[2])
      service.mover.end(members[1], .succeeded)
      service.mover.end(members[2], Self.failure)
      let failed = try await service.wait(for: group, status: 5)
      #expect(failed["failed_task_num"] == .integer(2))
      #expect(failed["complete_task_num"] == .integer(1))
      #expect(failed["error_reason"]?["error_code"] == .text("TRF.0062"))
      #expect(failed["failed_object_record"]?["result"] == .bool(true))
      let body = V2Bodies.keys.dropLast() + #","migrate_failed_object":true}"#
      let answer = try await service.v2(.put, "taskgroups/\(group)/retry", body: String(body))
      #expect(answer.status == 200, "\(answer)")
      for id in [members[0], members[2]] { try await service.waitUntilMoving(id) }
      let orders = service.mover.orders.suffix(2)
      #expect(orders.map { $0.onlyObjects != nil } == [true, false])
      let done = MoveProgress(objects: ObjectCounts(total: 1, succeeded: 1), isScanned: true)
      for id in [members[0], members[2]] { service.mover.end(id, .succeeded, done) }
      try await service.wait(for: group, status: 6)
    }
  }

  @Test func `a deleted group is gone with its tasks`() async throws {
    try await Self.withGroup { service, group, members in
      #expect(try await service.v2(.delete, "taskgroups/\(group)").code == "OMS.1036")
      _ = try await service.v2(.put, "taskgroups/\(group)/stop")
      try await service.wait(for: group, status: 3)
      let answer = try await service.v2(.delete, "taskgroups/\(group)")
      #expect(answer.status == 200 && answer.text.isEmpty)
      for (method, path) in [
        (HTTPRequest.Method.get, ""), (.delete, ""), (.put, "/stop"), (.put, "/start"),
        (.put, "/retry"),
      ] {
        let gone = try await service.v2(
          method, "taskgroups/\(group)\(path)", body: method == .put ? V2Bodies.keys : nil)
        #expect(gone.status == 404 && gone.code == "OMS.1009", "\(path): \(gone)")
      }
      for id in members { #expect(try await service.v2(.get, "tasks/\(id)").code == "OMS.1009") }
      #expect(try await service.listInV2().count == 0)
    }
  }

  @Test func `limits hold for all tasks that have not succeeded`() async throws {
    try await Self.withGroup { service, group, members in
      let body =
        #"{"bandwidth_policy":[{"start":"00:00","end":"23:59","max_bandwidth":1048576}]}"#
      let path = "taskgroups/\(group)/update"
      #expect(try await service.v2(.put, path, body: body).status == 200)
      try await service.waitUntilTold([1_048_576, 1_048_576])
      #expect(try await service.show(group)["bandwidth_policy"]?.elements.count == 1)
      for id in members {
        try await service.waitUntilMoving(id)
        service.mover.end(id, .succeeded)
      }
      try await service.wait(for: group, status: 6)
      #expect(try await service.v2(.put, path, body: body).code == "OMS.0086")
      #expect(try await service.v2(.put, "taskgroups/\(group)/stop").code == "OMS.1038")
    }
  }

  @Test func `groups are listed newest first, and by their state`() async throws {
    try await Self.withGroup { service, group, _ in
      let second = try await service.createGroup(["z/"])
      _ = try await service.v2(.put, "taskgroups/\(group)/stop")
      try await service.wait(for: group, status: 3)
      func list(_ query: String) async throws -> ([String?], Int64?) {
        let page = try await service.v2(.get, "taskgroups?\(query)").json
        let groups = page["taskgroups"]?.elements ?? []
        return (groups.map { $0["group_id"]?.string }, page["count"]?.number)
      }
      #expect(try await list("") == ([second.rawValue, group.rawValue], 2))
      #expect(try await list("limit=1&offset=1") == ([group.rawValue], 2))
      #expect(try await list("status=3") == ([group.rawValue], 1))
      #expect(try await list("status=9") == ([], 0))
      let refused = try await service.v2(.get, "taskgroups?status=10")
      #expect(refused.code == "OMS.0052")
    }
  }

  @Test func `a group is what was written down when the process comes again`() async throws {
    try await TemporaryDirectory.with { directory in
      let settings = EngineSettings(maxRunning: 1)
      try await ServiceHarness.with(directory: directory.path, settings: settings) { service in
        let group = try await service.createGroup()
        _ = try await service.v2(.put, "taskgroups/\(group)/stop")
        try await service.wait(for: group, status: 3)
        _ = try await service.createGroup(["z/"])
      }
      try await ServiceHarness.with(directory: directory.path, settings: settings) { service in
        let groups = try await service.v2(.get, "taskgroups").json["taskgroups"]?.elements ?? []
        #expect(groups.map { $0["status"]?.number } == [2, 3])
        #expect(groups.map { $0["total_task_num"]?.number } == [1, 3])
      }
    }
  }
}
