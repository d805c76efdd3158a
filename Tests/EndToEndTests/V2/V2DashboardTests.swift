import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

/// The dashboard on a service of v2.
struct V2DashboardTests {
  private static func running(
    _ tasks: [ServedTask],
    _ body: @Sendable @escaping (V2Session, TerminalSession) async throws -> Void
  ) async throws {
    try await V2Session.with(tasks) { session in
      let command = [try FerryHome.program.string, "--refresh", "0.2", "--api", "v2"]
      try await TerminalSession.run(
        command + session.address,
        environment: session.home.environment.merging(V2Session.keys) { $1 },
        size: Size(rows: 30, columns: 140)
      ) { try await body(session, $0) }
    }
  }

  /// More tasks than fit on a page; the newest runs.
  private static let many =
    [ServedTask(1000, "videos", status: 2)]
    + (1..<150).reversed().map { ServedTask($0, "task-\($0)", status: $0 == 149 ? 0 : 5) }

  @Test func `more tasks than a page has are refreshed without an error`() async throws {
    try await Self.running(Self.many) { session, terminal in
      try await terminal.waitFor("all tasks") {
        $0.contains("LIVE") && $0.contains("1 running") && $0.contains("148 succeeded")
      }
      try await waitUntil("refreshes of what runs") {
        await session.service.seen.count { $0.query["status"] == "7" } > 3
      }
      // A busy machine may be late for one of them.
      try await terminal.waitFor(text: "LIVE")
      let states = Set(await session.service.seen.compactMap { $0.query["status"] })
      #expect(states == ["1", "2", "7"])
    }
  }

  @Test func `a running task among many is stopped by two keys`() async throws {
    try await Self.running(Self.many) { session, terminal in
      try await terminal.waitFor("the running task under the cursor") { screen in
        screen.contains("LIVE")
          && screen.lines.contains { $0.hasPrefix("▸") && $0.contains("videos") }
      }
      try await terminal.press("s")
      try await terminal.waitFor(text: "y Stop")
      try await terminal.answer("y")
      try await terminal.waitFor("the stopped task", within: .seconds(120)) { screen in
        screen.state(of: "videos") == "stopped"
      }
      #expect(await session.service.changes == ["POST tasks/1000/stop"])
    }
  }

  @Test func `a stopped task whose keys are at hand starts without a question for them`()
    async throws
  {
    try await Self.running([ServedTask(7, "photos", status: 3)]) { session, terminal in
      try await terminal.waitFor("the stopped task under the cursor") { screen in
        screen.contains("LIVE")
          && screen.lines.contains { $0.hasPrefix("▸") && $0.contains("photos") }
      }
      try await terminal.press("R")
      try await terminal.waitFor(text: "y Start")
      try await terminal.answer("y")
      try await waitUntil("the start") {
        await session.service.changes == ["POST tasks/7/start"]
      }
      let start = try #require(await session.service.seen.first { $0.call.hasSuffix("start") })
      #expect(start.body?["src_ak"] == .text("SOURCE-KEY"))
      #expect(start.body?["dst_sk"] == .text("destination-secret"))
    }
  }

  @Test func `a running task is deleted in steps`() async throws {
    try await Self.running([ServedTask(2, "videos"), ServedTask(1, "one", status: 5)]) {
      session, terminal in
      try await terminal.waitFor("the running task under the cursor") { screen in
        screen.contains("LIVE")
          && screen.lines.contains { $0.hasPrefix("▸") && $0.contains("videos") }
      }
      try await terminal.press("D")
      try await terminal.waitFor(text: "y Stop, then delete")
      try await terminal.answer("y")
      try await terminal.waitFor("the end of all steps", within: .seconds(120)) {
        $0.contains("1 of 1 done")
      }
      try await terminal.press("Escape")
      try await terminal.waitFor("the task gone") { screen in
        !screen.lines.contains { $0.contains("videos") && $0.contains("archive") }
      }
      #expect(await session.service.tasks.map(\.id) == [1])
      #expect(
        await session.service.changes == ["POST tasks/2/stop", "DELETE tasks/2", "DELETE tasks/2"])
    }
  }

  @Test func `a new task shows up by itself`() async throws {
    try await Self.running([ServedTask(1, "one", status: 5)]) { session, terminal in
      try await terminal.waitFor(text: "1 succeeded")
      await session.service.add(ServedTask(2, "newcomer", status: 1, coming: [2]))
      try await terminal.waitFor("the new task") { $0.contains("newcomer") }
    }
  }
}
