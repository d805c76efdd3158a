import Canvas
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// What happened while the dashboard was closed, in a real terminal.
@Suite(.serialized)
struct PastJourneyTests {
  private static func run(
    in home: FerryHome, _ body: (TerminalSession) async throws -> Void
  ) async throws {
    try await TerminalSession.run(
      [FerryHome.program.string], environment: home.environment,
      size: Size(rows: 30, columns: 110), body)
  }

  @Test func `what happened while it was closed is said once, and E lists it`() async throws {
    try await FerryHome.with { home in
      let id = try await home.runningTask()
      try await Self.run(in: home) { terminal in
        try await terminal.waitFor(text: "running 1")
        try await terminal.press("E")
        try await terminal.waitFor(text: "Nothing was seen to happen since")
        try await terminal.press("Escape")
        try await terminal.waitFor("no list") { !$0.contains("Nothing was seen") }
        try await terminal.press("q")
        _ = try await terminal.waitForEnd()
      }
      _ = try await home.ferry("stop", id, "--wait", "--yes")
      try await Self.run(in: home) { terminal in
        try await terminal.waitFor(text: "1 stopped by you (E)")
        try await terminal.press("E")
        let list = try await terminal.waitFor(text: "stopped by you: ")
        #expect(list.contains(id), "\(list.text)")
        try await terminal.press("Escape")
        try await terminal.waitFor("no list") { !$0.contains("stopped by you: ") }
        try await terminal.press("q")
        _ = try await terminal.waitForEnd()
      }
      try await Self.run(in: home) { terminal in
        try await terminal.waitFor(text: "stopped 1")
        try await terminal.press("E")
        let list = try await terminal.waitFor(text: "Nothing was seen to happen since")
        #expect(!list.contains("(E)"))
      }
    }
  }
}
