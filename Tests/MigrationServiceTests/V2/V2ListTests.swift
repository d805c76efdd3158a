import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// The list of tasks of v2.
struct V2ListTests {
  @Test
  func `a page has ten tasks unless asked for more, newest first, and says how many there are`()
    async throws
  {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 1)) { service in
      var ids: [TaskID] = []
      for _ in 0..<12 { ids.append(try await service.create()) }
      ids.reverse()
      let first = try await service.listInV2()
      #expect(first.ids == Array(ids.prefix(10)) && first.count == 12)
      let rest = try await service.listInV2("offset=10")
      #expect(rest.ids == Array(ids.suffix(2)) && rest.count == 12)
      let beyond = try await service.listInV2("offset=12&limit=100")
      #expect(beyond.ids.isEmpty && beyond.count == 12)
      let waiting = try await service.listInV2("status=1&limit=100")
      #expect(waiting.count == 11)
    }
  }

  @Test func `tasks are found by a part of their names, their group and their state together`()
    async throws
  {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 1)) { service in
      let single = try await service.createMoving()
      let group = try await service.createGroup()
      let members = try await service.members(of: group)
      #expect(members.count == 3)
      #expect(try await service.listInV2("task_name=holiday").count == 4)
      #expect(try await service.listInV2("task_name=Holiday").count == 0)
      #expect(try await service.listInV2("task_name=holiday&status=2").ids == [single])
      let both = try await service.listInV2("task_name=holiday&group_id=\(group)&limit=2")
      #expect(both.ids == Array(members.reversed().prefix(2)) && both.count == 3)
      let member = try await service.showInV2(members[0])
      #expect(member["group_id"] == .text(group.rawValue))
      #expect(member["group_type"] == .text("GROUP_TASK"))
      #expect(try await service.listInV2("group_id=none").count == 0)
    }
  }

  @Test(arguments: [
    ("limit=0", "OMS.0064"), ("limit=101", "OMS.0064"), ("limit=x", "OMS.0064"),
    ("offset=-1", "OMS.0064"), ("offset=2147483648", "OMS.0064"), ("status=0", "OMS.0052"),
    ("status=8", "OMS.0052"), ("status=x", "OMS.0052"), ("task_name=a%0Ab", "OMS.0064"),
    ("group_id=\(String(repeating: "a", count: 101))", "OMS.0064"),
  ])
  func `a query that cannot be meant is refused`(query: String, code: String) async throws {
    try await ServiceHarness.with { service in
      let answer = try await service.v2(.get, "tasks?\(query)")
      #expect(answer.status == 400 && answer.code == code, "\(answer)")
    }
  }

  @Test func `a list that says the same is not sent again, and a change is`() async throws {
    try await ServiceHarness.with { service in
      let id = try await service.createMoving()
      service.mover.end(id, .succeeded)
      try await service.wait(for: id, status: 5)
      let path = "/v2/\(ServiceHarness.project)/tasks"
      let tag = try #require(try await service.send(.get, path).headers[.eTag])
      let again = try await service.send(.get, path, headers: [.ifNoneMatch: tag])
      #expect(again.status == 304 && again.text.isEmpty)
      _ = try await service.v2(.delete, "tasks/\(id)")
      let changed = try await service.send(.get, path, headers: [.ifNoneMatch: tag])
      #expect(changed.status == 200)
    }
  }

  @Test func `over TCP v2 wants a signature`() async throws {
    try await ServiceHarness.with(policy: .signed(SignatureVerifier(keys: []))) { service in
      for path in ["tasks", "taskgroups"] {
        let answer = try await service.v2(.get, path)
        #expect(answer.code == "APIGW.0301")
      }
    }
  }
}
