import Canvas
import SystemPackage
import TestSupport
import Testing

/// The options of the dashboard, on a service of v2 and in a demo.
struct ScreenOptionTests {
  private static let options = [
    "--ascii", "--color", "never", "--read-only", "--refresh", "5", "--filter", "state:running",
  ]

  private static func run(
    _ arguments: [String], environment: [String: String]
  ) async throws {
    try await TerminalSession.run(
      [try FerryHome.program.string] + arguments + options, environment: environment,
      size: Size(rows: 30, columns: 132)
    ) { terminal in
      let screen = try await terminal.waitFor("what runs", within: .seconds(120)) {
        $0.contains("LIVE") && $0.lines.contains { $0.hasPrefix("running ") }
      }
      #expect(screen.text.utf8.allSatisfy { $0 < 0x80 }, "\(screen.text)")
      #expect(screen.contains("state:running") && screen.contains(" read-only "))
      #expect(!screen.lines.contains { $0.hasPrefix("succeeded ") || $0.hasPrefix("waiting ") })
      #expect(try await terminal.styledText().firstMatch(of: #/\u{1B}\[[0-9;]*3[0-7]m/#) == nil)
      try await terminal.press("q")
      #expect(try await terminal.waitForEnd() == .exited(0))
    }
  }

  @Test func `the dashboard is drawn, filtered and bound as it was asked to be`() async throws {
    try await V2Session.with([ServedTask(2, "logs"), ServedTask(1, "photos", status: 5)]) {
      session in
      try session.makeDefault()
      try await Self.run(
        ["dashboard"], environment: session.home.environment.merging(V2Session.keys) { $1 })
    }
  }

  @Test func `a demo takes the same options`() async throws {
    try await FerryHome.with { home in
      try await Self.run(["demo"], environment: home.environment)
    }
  }

  @Test func `a watch is led to a service of v2 by a profile`() async throws {
    try await V2Session.with { session in
      try session.makeDefault()
      try await session.home.start(
        ["watch", "--profile", "cloud", "--on", "failed"], log: "log", environment: V2Session.keys)
      try await waitUntil("a second look") {
        await session.service.calls.count { $0 == "GET tasks" } > 1
      }
      await session.service.add(ServedTask(3, "videos", status: 4))
      try await waitUntil("a failure") { session.home.lines(of: "log").count == 1 }
    }
  }
}
