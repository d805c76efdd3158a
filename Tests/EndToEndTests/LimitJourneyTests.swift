import Canvas
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// New speed limits by keys alone, in a real terminal.
@Suite(.serialized)
struct LimitJourneyTests {
  private static func limits(of id: String, in home: FerryHome) async throws -> String {
    try await home.ferry("show", id).output.split(separator: "\n")
      .filter { $0.hasPrefix("limit") }.joined(separator: "\n")
  }

  private static func run(
    _ arguments: [String] = [], in home: FerryHome,
    _ body: (TerminalSession) async throws -> Void
  ) async throws {
    try await TerminalSession.run(
      [FerryHome.program.string] + arguments, environment: home.environment,
      size: Size(rows: 30, columns: 110), body)
  }

  @Test func `limits are typed, mended, seen, agreed to and journalled`() async throws {
    try await FerryHome.with { home in
      let id = try await home.runningTask()
      try await Self.run(in: home) { terminal in
        try await terminal.waitFor(text: "LIVE")
        try await terminal.press("b")
        try await terminal.waitFor(text: "hours are counted in")
        try await terminal.press("C-u")
        try await terminal.type("08:00-18:59=fast")
        try await terminal.press("Enter")
        try await terminal.waitFor(text: "08:00-18:59=20MiB")
        try await terminal.press("C-u")
        try await terminal.type("00:00-11:59=6MiB 12:00-23:59=7MiB")
        try await terminal.press("Enter")
        try await terminal.waitFor(text: "y Change limits")
        try await terminal.answer("y")
        try await terminal.waitFor(text: "bandwidth \(id)")
      }
      let limits = try await Self.limits(of: id, in: home)
      #expect(limits.contains("00:00-11:59") && limits.contains("12:00-23:59"), "\(limits)")
      let history = try await home.ferry("history")
      #expect(history.output.contains("bandwidth"), "\(history.output)")
    }
  }

  @Test func `a no after the form changes nothing`() async throws {
    try await FerryHome.with { home in
      let id = try await home.runningTask()
      let before = try await Self.limits(of: id, in: home)
      try await Self.run(in: home) { terminal in
        try await terminal.waitFor(text: "LIVE")
        try await terminal.press("b")
        try await terminal.waitFor(text: "hours are counted in")
        try await terminal.press("C-u", "Enter")
        try await terminal.waitFor(text: "→ no limit")
        try await terminal.press("n")
        try await terminal.waitFor(text: "Cancelled; nothing was sent.")
      }
      #expect(try await Self.limits(of: id, in: home) == before)
    }
  }
}
