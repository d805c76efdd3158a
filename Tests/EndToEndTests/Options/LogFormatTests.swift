import Foundation
import Migration
import NIOHTTP1
import TestSupport
import Testing

@testable import OMSClient

/// The log of the local service, for people and for programs.
struct LogFormatTests {
  @Test func `a log for programs has every request by the id that its answer has`() async throws {
    try await FerryHome.with { home in
      try await home.start(
        ["serve", "--log-format", "json", "--log-level", "info"], log: "served")
      try await waitUntil("a service") { !home.lines(of: "served").isEmpty }
      let transport = HTTPTransport(
        endpoint: Endpoint(socket: home.path("run/ferry/ferry.sock")),
        credentials: Credentials.none, projectID: "local", deadline: .seconds(60))
      let answer = try await transport.send("GET", "/v2/local/tasks/1", query: [("secret", "no")])
      let id = try #require(answer.headers.first(name: "X-Request-Id"))
      try await waitUntil("the request in the log") {
        home.lines(of: "served").contains { $0.contains(id) }
      }
      let lines = home.lines(of: "served").filter { !$0.hasPrefix("listening on ") }
      let all = try lines.map { try JSON($0) }
      let line = try #require(all.first { $0["metadata"]?["request"]?.text == id })
      #expect(line["level"]?.text == "info" && line["label"]?.text == "ferry")
      #expect(line["time"]?.text?.contains(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/) == true)
      let metadata = line["metadata"]
      #expect(metadata?["path"]?.text == "/v2/local/tasks/1")
      #expect(metadata?["method"]?.text == "GET")
      #expect(metadata?["status"]?.text == "\(answer.status)")
      #expect(metadata?["code"]?.text?.hasPrefix("OMS.") == true)
      #expect(!lines.joined().contains("secret"))
    }
  }

  @Test func `a form that there is not is refused`() async throws {
    try await FerryHome.with { home in
      let refused = try await home.ferry("serve", "--log-format", "xml")
      #expect(refused.status == 64 && refused.error.contains("xml"), "\(refused.error)")
    }
  }
}
