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

  /// The line of the task whose route holds `word`.
  func line(_ word: String) async throws -> String {
    try await terminal.screen().lines.first { $0.contains(word) } ?? ""
  }

  /// Puts the cursor on the task whose route holds `word`.
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

  /// Waits until the screen says that the task whose route holds `word` is in one of `states`.
  func waitForState(_ states: String..., of word: String) async throws {
    try await terminal.waitFor("\(word) \(states)", within: .seconds(120)) { screen in
      screen.state(of: word).map(states.contains) ?? false
    }
  }
}

extension TerminalScreen {
  /// The state of the task whose route holds `word`: what its line says, or else the header above.
  func state(of word: String) -> String? {
    guard let row = lines.firstIndex(where: { $0.contains(word) && $0.contains(" → ") }) else {
      return nil
    }
    let own = ["stopping", "retrying"].first { lines[row].contains(" \($0)") }
    let headers = lines[..<row].reversed().lazy.compactMap { line in
      line.prefixMatch(of: #/(?:[▸ ]. )?([a-z]+) [0-9]+(?:$|   )/#).map { String($0.1) }
    }
    return own ?? headers.first
  }
}
