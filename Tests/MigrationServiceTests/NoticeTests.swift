import Foundation
import HTTPTypes
import SystemPackage
import TestServers
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What a webhook is told of the ends of tasks, by a server that is real.
struct NoticeTests {
  static let failure = TaskFailure(code: "TRF.0156", message: "no")

  /// What a creation of v1 says.
  static func wish(_ conditions: String...) -> String {
    let list = conditions.map { "\"\($0)\"" }.joined(separator: ",")
    return #","smnInfo":{"topicUrn":"urn:smn:r:p:ops","triggerConditions":[\#(list)]}"#
  }

  /// Runs a service whose ends are told to a receiver that answers with these statuses.
  static func with(
    _ statuses: [Int] = [204], directory: FilePath? = nil,
    _ body: @escaping @Sendable (ServiceHarness, FakeCloud) async throws -> Void
  ) async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /hook", statuses.map { FakeCloud.Reply(status: $0) })
      try await ServiceHarness.with(
        directory: directory, webhook: WebhookAddress("\(endpoint)/hook?key=k")
      ) { service in
        try await body(service, cloud)
      }
    }
  }

  /// Waits until a task of v1 says what became of its notice.
  static func told(_ id: TaskID, _ service: ServiceHarness) async throws -> JSON {
    try await eventually("the notice of \(id) settled") { try await service.show(id)["smnInfo"] }
  }

  @Test func `a success of v1 is told once, with the task as it is and without its keys`()
    async throws
  {
    try await Self.with { service, cloud in
      let id = try await service.createMoving(
        Bodies.create(more: #","description":"some \\ words""# + Self.wish("SUCCESS", "FAIL")))
      service.mover.end(id, .succeeded)
      let told = try await Self.told(id, service)
      #expect(told["notifyResult"] == .bool(true) && told["topicName"]?.string == "ops")
      #expect(told["notifyErrorMessage"]?.string?.isEmpty == true)
      let seen = await cloud.seen
      #expect(seen.map(\.call) == ["POST /hook"] && seen.first?.query == ["key": "k"])
      let text = try #require(seen.first?.body)
      let body = try JSON(text)
      #expect(body["event"]?.string == "succeeded")
      #expect(body["project_id"]?.string == ServiceHarness.project)
      #expect(body["topic_urn"]?.string == "urn:smn:r:p:ops")
      #expect(body["time"]?.string?.hasSuffix("Z") == true)
      #expect(body["request_id"]?.string == seen.first?.headers["x-request-id"])
      #expect(body["task"]?["id"]?.number == id.rawValue)
      #expect(body["task"]?["status"]?.number == 5 && body["task"]?["smnInfo"] == nil)
      #expect(body["task"]?["description"]?.string == #"some \ words"#)
      for secret in ["SRCSECRET", "DSTSECRET", "SRCAK", "DSTAK"] { #expect(!text.contains(secret)) }
    }
  }

  @Test func `a failure of v2 is told as v2 has it`() async throws {
    try await Self.with { service, cloud in
      let created = try await service.v2(
        .post, "tasks",
        body: V2Bodies.create(
          more: #","smn_config":{"topic_urn":"t","trigger_conditions":["FAILURE"]}"#))
      let id = TaskID(rawValue: try #require(created.json["id"]?.number))
      try await service.waitUntilMoving(id)
      service.mover.end(id, .failed(Self.failure))
      let told = try await eventually("the notice settled") {
        let told = try await service.showInV2(id)["smn_info"]
        return told == .null ? nil : told
      }
      #expect(told["notify_result"] == .bool(true))
      let body = try JSON(try #require(await cloud.seen.first?.body))
      #expect(body["event"]?.string == "failed")
      #expect(body["task"]?["status"]?.number == 4)
      #expect(body["task"]?["error_reason"]?["error_code"]?.string == "TRF.0156")
      #expect(body["task"]?["group_id"] != nil)
    }
  }

  @Test func `an end that nobody asked for is not told, and neither is a stop`() async throws {
    try await Self.with { service, cloud in
      let succeeded = try await service.createMoving(Bodies.create(more: Self.wish("FAIL")))
      let stopped = try await service.createMoving(Bodies.create(more: Self.wish("FAIL")))
      let failed = try await service.createMoving(Bodies.create(more: Self.wish("FAIL")))
      service.mover.end(succeeded, .succeeded)
      _ = try await service.operate(stopped, "stop")
      service.mover.end(stopped, .stopped)
      try await service.wait(for: succeeded, status: 5)
      try await service.wait(for: stopped, status: 3)
      service.mover.end(failed, .failed(Self.failure))
      _ = try await Self.told(failed, service)
      #expect(await cloud.seen.count == 1)
      #expect(try await service.show(succeeded)["smnInfo"] == nil)
      #expect(try await service.show(stopped)["smnInfo"] == nil)
    }
  }

  @Test func `of a group each of its tasks is told, and what became of that is the group's`()
    async throws
  {
    try await Self.with { service, cloud in
      let group = try await service.createGroup(
        ["a/", "b/"],
        more: #","smn_config":{"topic_urn":"t","trigger_conditions":["SUCCESS"]}"#)
      let members = try await service.members(of: group)
      for id in members {
        try await service.waitUntilMoving(id)
        service.mover.end(id, .succeeded)
      }
      await cloud.arrived(2)
      let bodies = try await cloud.seen.map { try JSON($0.body) }
      #expect(bodies.allSatisfy { $0["task"]?["group_id"]?.string == group.rawValue })
      #expect(Set(bodies.compactMap { $0["task"]?["id"]?.number }) == Set(members.map(\.rawValue)))
      try await eventually("the group says so") {
        let told = try await service.show(group)["smn_config"]
        return told?["notify_result"] == .bool(true) ? true : nil
      }
    }
  }

  @Test(arguments: [[503, 429, 204], [500, 204]])
  func `trouble of the receiver passes`(statuses: [Int]) async throws {
    try await Self.with(statuses) { service, cloud in
      let id = try await service.createMoving(Bodies.create(more: Self.wish("SUCCESS")))
      service.mover.end(id, .succeeded)
      #expect(try await Self.told(id, service)["notifyResult"] == .bool(true))
      let seen = await cloud.seen
      #expect(seen.count == statuses.count && Set(seen.map(\.body)).count == 1)
    }
  }

  @Test(arguments: [400, 404, 301])
  func `a receiver that refuses is asked once, and the task says so`(status: Int) async throws {
    try await Self.with([status]) { service, cloud in
      let id = try await service.createMoving(Bodies.create(more: Self.wish("SUCCESS")))
      service.mover.end(id, .succeeded)
      let told = try await Self.told(id, service)
      #expect(told["notifyResult"] == .bool(false))
      #expect(told["notifyErrorMessage"]?.string == "OMS.0156")
      #expect(await cloud.seen.count == 1)
      #expect(try await service.show(id)["status"]?.number == 5)
    }
  }

  @Test func `without a webhook the wish is refused by name`() async throws {
    try await ServiceHarness.with { service in
      let first = try await service.task(
        .post, body: Bodies.create(more: Self.wish("SUCCESS")))
      let wish = #","smn_config":{"topic_urn":"t","trigger_conditions":["SUCCESS"]}"#
      let second = try await service.v2(.post, "tasks", body: V2Bodies.create(more: wish))
      for (answer, name) in [(first, "smnInfo"), (second, "smn_config")] {
        #expect(answer.status == 501, "\(answer)")
        let words = try #require(answer.json["error_msg"]?.string)
        #expect(words.contains(name) && words.contains("--webhook"), "\(words)")
      }
    }
  }
}
