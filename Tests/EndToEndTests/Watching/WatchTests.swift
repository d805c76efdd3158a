import Foundation
import Subprocess
import SystemPackage
import Testing

/// `ferry watch` on the local service.
struct WatchTests {
  @Test func `a task is told to start and to finish, and later to be gone`() async throws {
    try await FerryHome.with { home in
      let before = try await home.move()
      try await home.start(["watch", "--output", "json"], log: "events")
      try await home.moveUntilSeen(in: "events")
      let id = try await home.move()
      try await waitUntil("its end") {
        try home.events(in: "events").contains { $0.event == "finished" && "\($0.id ?? 0)" == id }
      }
      _ = try await home.ferry("delete", id, "--yes")
      try await waitUntil("its going") {
        try home.events(in: "events").last?.event == "gone"
      }
      let events = try home.events(in: "events")
      let own = events.filter { "\($0.id ?? 0)" == id }
      #expect(own.map(\.event) == ["started", "finished", "gone"])
      #expect(own.map(\.profile) == ["local", "local", "local"])
      #expect(own.map { $0.ended_at != nil } == [false, true, false])
      // What was so when the watch began is no event.
      #expect(!events.contains { "\($0.id ?? 0)" == before })
      // What was seen stands in the history too.
      let history = try await home.ferry("history", "--task", id)
      #expect(history.output.contains("(finished)"))
    }
  }

  @Test func `a service that is killed and started again is told to be offline, then online`()
    async throws
  {
    try await FerryHome.with { home in
      // A watch that begins the service may meet with an outage of its own on a busy machine.
      _ = try await home.move()
      try await home.start(["watch", "--output", "json"], log: "events")
      try await home.moveUntilSeen(in: "events")
      let before = try home.events(in: "events").count
      for service in home.services { kill(service, SIGKILL) }
      try await waitUntil("an outage") { try home.events(in: "events").last?.event == "offline" }
      #expect(try home.events(in: "events").last?.error?.message.contains("ferry.sock") == true)
      let id = try await home.move()
      try await waitUntil("what happened meanwhile") {
        try home.events(in: "events").dropFirst(before).contains { "\($0.id ?? 0)" == id }
      }
      let words = try home.events(in: "events").dropFirst(before).map(\.event)
      #expect(words.filter { $0.hasSuffix("line") } == ["offline", "online"])
      let claims = home.lines(of: "events").map {
        SchemaClaim(schema: "event", origin: "watch", output: $0)
      }
      try await SchemaClaim.check(claims)
    }
  }

  @Test func `whoever reads one line ends the watch, without a word`() async throws {
    try await FerryHome.with { home in
      // A busy machine may make an outage of a service that is slow to begin.
      let script = #""$0" watch --on started 2>"$1" | head -1 >"$2""#
      async let shell = Subprocess.run(
        .path("/bin/sh"),
        arguments: [
          "-c", script, try FerryHome.program.string, home.path("error"), home.path("line"),
        ],
        environment: home.inherited, output: .discarded)
      try await home.moveUntilSeen(in: "line")
      #expect(try await shell.terminationStatus.isSuccess)
      #expect(home.lines(of: "line").count == 1)
      #expect(home.lines(of: "line").first?.contains("  started") == true)
      #expect(try String(contentsOfFile: home.path("error"), encoding: .utf8).isEmpty)
    }
  }

  @Test(
    arguments: [
      (["--on", "finish"], "started, finished, failed"), (["--on", "failed,"], "--on takes"),
      (["--webhook", "ftp://host"], "--webhook takes"),
      (["--filter", "state:nonsense"], "nonsense"),
      (["--output", "table"], "'table'"),
    ])
  func `what is no event, no filter and no address is told in one line`(
    arguments: [String], word: String
  ) async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(["watch"] + arguments)
      #expect(outcome.status == 64)
      #expect(outcome.error.contains(word), "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(outcome.output.isEmpty && home.services.isEmpty)
    }
  }

  @Test func `a Tab offers the events that were not chosen yet`() async throws {
    try await FerryHome.with { home in
      let outcome = try await home.ferry(
        ["---completion", "watch", "--", "--on", "3", "10", "ferry", "watch", "--on", "failed,la"],
        environment: ["SAP_SHELL": "bash"])
      let words = outcome.output.split(separator: "\n")
      #expect(words.contains("failed,late") && words.contains("failed,offline"))
      #expect(!words.contains("failed,failed"))
    }
  }
}
