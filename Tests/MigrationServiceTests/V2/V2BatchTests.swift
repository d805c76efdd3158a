import HTTPTypes
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// Several tasks changed at once.
struct V2BatchTests {
  private static let window = #"{"start":"00:00","end":"23:59","max_bandwidth":2097152}"#

  private func change(
    _ service: ServiceHarness, _ members: String
  ) async throws -> Answer {
    try await service.v2(.post, "tasks/batch-update", body: "{\(members)}")
  }

  @Test func `limits of a group change together, and running ones follow`() async throws {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 2)) { service in
      let group = try await service.createGroup()
      let members = try await service.members(of: group)
      for id in members.prefix(2) { try await service.waitUntilMoving(id) }
      let answer = try await change(
        service, #""group_id":"\#(group)","bandwidth_policy":[\#(Self.window)]"#)
      #expect(answer.status == 200 && answer.text.isEmpty, "\(answer)")
      try await service.waitUntilTold([2_097_152, 2_097_152])
      for id in members {
        let windows = try await service.showInV2(id)["bandwidth_policy"]?.elements
        #expect(windows?.count == 1)
      }
    }
  }

  @Test func `a task of a higher priority runs before those that have waited longer`() async throws
  {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 1)) { service in
      let first = try await service.createMoving()
      let (second, third) = (try await service.create(), try await service.create())
      let answer = try await change(
        service, #""ids":[\#(third)],"bandwidth_policy":[],"task_priority":"HIGH""#)
      #expect(answer.status == 200, "\(answer)")
      #expect(try await service.showInV2(third)["task_priority"] == .text("HIGH"))
      service.mover.end(first, .succeeded)
      try await service.waitUntilMoving(third)
      #expect(!service.mover.running.contains(second))
    }
  }

  @Test func `all tasks are changed or none is`() async throws {
    try await ServiceHarness.with(settings: EngineSettings(maxRunning: 1)) { service in
      let running = try await service.createMoving()
      let waiting = try await service.create()
      let cases = [
        (#""ids":[\#(waiting),7],"bandwidth_policy":[\#(Self.window)]"#, "OMS.1009", "task 7"),
        (
          #""ids":[\#(waiting),\#(running)],"bandwidth_policy":[],"task_priority":"LOW""#,
          "OMS.0064", "\(running)"
        ),
        (#""bandwidth_policy":[\#(Self.window)]"#, "OMS.1003", "ids"),
        (#""ids":[\#(waiting)]"#, "OMS.1004", "bandwidth_policy"),
        (#""ids":["\#(waiting)"],"bandwidth_policy":[]"#, "OMS.1002", "ids"),
        (#""ids":[\#(waiting)],"task_priority":"URGENT""#, "OMS.0001", "task_priority"),
        (#""group_id":"none","bandwidth_policy":[]"#, "OMS.1009", ""),
      ]
      for (body, code, words) in cases {
        let answer = try await change(service, body)
        #expect(answer.code == code, "\(body): \(answer)")
        #expect(answer.json["error_msg"]?.string?.contains(words) == true, "\(answer)")
      }
      let task = try await service.showInV2(waiting)
      #expect(task["bandwidth_policy"]?.elements.isEmpty == true)
      #expect(task["task_priority"] == .text("MEDIUM"))
    }
  }
}
