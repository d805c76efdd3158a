import Foundation
import Glibc
import Migration
import TestServers
import TestSupport
import Testing

/// Tasks whose end the local service tells to a webhook.
struct NoticeTests {
  /// Runs a service whose ends are told to `cloud`.
  private static func serve(_ home: FerryHome, _ receiver: Endpoint, _ log: String) async throws {
    try await home.start(["serve", "--webhook", "\(receiver)/hook"], log: log)
    try await waitUntil("a service") { !home.lines(of: log).isEmpty }
  }

  private static func create(_ bench: ListBench, _ more: [String]) async throws -> String {
    try FileManager.default.createDirectory(
      atPath: bench.home.path("from"), withIntermediateDirectories: true)
    _ = try bench.home.file("from/a", "object")
    return try await bench.create(
      [
        "--from", "local:\(bench.home.path("from"))", "--to", "local:\(bench.home.path("to"))",
        "--notify", "urn:smn:r:p:ops",
      ] + more)
  }

  @Test(arguments: ["v1", "v2"])
  func `an end is told to the webhook of the service, and the task says so`(api: String)
    async throws
  {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /hook", FakeCloud.Reply(status: 204))
      try await FerryHome.with { home in
        try await Self.serve(home, endpoint, "served")
        let bench = ListBench(home: home, api: api)
        let id = try await Self.create(bench, ["--notify-on", "success"])
        _ = try await bench.end(id)
        await cloud.arrived(1)
        let body = try JSON(try #require(await cloud.seen.first?.body))
        #expect(body["event"]?.text == "succeeded", "\(body)")
        #expect(body["topic_urn"]?.text == "urn:smn:r:p:ops")
        #expect(body["task"]?["id"] == Int64(id).map(JSON.integer), "\(body)")
        try await waitUntil("the task says so") {
          let shown = try await home.ferry("show", id, "--api", api)
          return shown.output.contains("delivered (ops)")
        }
        #expect(await cloud.seen.count == 1)
      }
    }
  }

  @Test func `what is owed is told after a kill, by the service that comes then`() async throws {
    try await FakeCloud.serving { cloud, endpoint in
      await cloud.answer("POST /hook", FakeCloud.Reply(status: 503))
      try await FerryHome.with { home in
        try await Self.serve(home, endpoint, "first")
        let bench = ListBench(home: home, api: "v2")
        let id = try await Self.create(bench, [])
        #expect(try await bench.end(id).state == "succeeded")
        await cloud.arrived(1)
        for service in home.services { kill(service, SIGKILL) }
        try await waitUntil("the end of the service") { home.services.isEmpty }
        await cloud.answer("POST /hook", FakeCloud.Reply(status: 200))
        let before = await cloud.seen.count
        try await Self.serve(home, endpoint, "second")
        await cloud.arrived(before + 1)
        let seen = await cloud.seen
        #expect(Set(seen.map(\.body)).count == 1, "\(seen.map(\.body))")
        #expect(Set(seen.compactMap { $0.headers["x-request-id"] }).count == 1)
      }
    }
  }

  @Test func `without a webhook the wish is refused, and says what helps`() async throws {
    try await FerryHome.with { home in
      let refused = try await home.ferry(
        "create", "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))",
        "--notify", "urn:x")
      #expect(refused.status == 1 && refused.error.contains("--webhook"), "\(refused.error)")
      #expect(!refused.error.contains("all the same"), "\(refused.error)")
    }
  }

  @Test func `what is no address is refused before the service runs`() async throws {
    try await FerryHome.with { home in
      let refused = try await home.ferry("serve", "--webhook", "ftp://host/x")
      #expect(refused.status == 64 && refused.error.contains("--webhook"), "\(refused.error)")
    }
  }
}
