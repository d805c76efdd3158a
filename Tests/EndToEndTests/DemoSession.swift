import Canvas
import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// A demo in a terminal, and the means to ask its service behind the dashboard's back.
struct DemoSession {
  let terminal: TerminalSession
  let home: FerryHome

  /// Runs `ferry demo` in a terminal for as long as `body` takes.
  static func with(
    size: Size = Size(rows: 30, columns: 120),
    _ body: (DemoSession) async throws -> Void
  ) async throws {
    try await FerryHome.with { home in
      try await TerminalSession.run(
        [FerryHome.program.string, "demo"], environment: home.environment, size: size
      ) { terminal in
        let session = DemoSession(terminal: terminal, home: home)
        try await terminal.waitFor("two running tasks and two waiting ones", within: .seconds(120))
        {
          $0.contains("2 running") && $0.contains("2 waiting") && $0.contains("1 stopped")
            && $0.contains("LIVE")
        }
        try await body(session)
      }
      // Whichever way the test has left it, a demo cleans up after itself.
      try await waitUntil("the end of the demo", within: .seconds(120)) { home.processes().isEmpty }
    }
  }

  /// The line of the task whose name holds `word`.
  func line(_ word: String) async throws -> String {
    try await terminal.screen().lines.first { $0.contains(word) } ?? ""
  }

  /// Puts the cursor on the task whose name holds `word`.
  func select(_ word: String) async throws {
    try await terminal.press("g")
    for _ in 0..<12 {
      try await terminal.waitFor("the marker") { $0.lines.contains { $0.hasPrefix("▸") } }
      if try await line(word).hasPrefix("▸") { return }
      let before = try await terminal.screen().lines.firstIndex { $0.hasPrefix("▸") }
      try await terminal.press("j")
      try await terminal.waitFor("the next row") {
        $0.lines.firstIndex { $0.hasPrefix("▸") } != before
      }
    }
    throw NeverHappened(expectation: "the cursor on \(word)")
  }

  /// Waits until the row of `word` shows one of `states`, and says which.
  @discardableResult
  func waitForState(_ states: String..., of word: String) async throws -> String {
    let screen = try await terminal.waitFor("\(word) \(states)", within: .seconds(120)) { screen in
      screen.lines.contains { line in
        line.contains(word) && states.contains { line.contains(" \($0) ") }
      }
    }
    let line = screen.lines.first { $0.contains(word) } ?? ""
    return states.first { line.contains(" \($0) ") } ?? ""
  }
}
