import Canvas
import SystemPackage
import TestSupport
import Testing

/// What a dashboard costs while nothing happens.
struct IdleTests {
  @Test func `paused, it leaves the processor alone`() async throws {
    try await FerryHome.with { home in
      _ = try await home.ferry("list")
      try await TerminalSession.run(
        [FerryHome.program.string], environment: home.environment,
        size: Size(rows: 24, columns: 80)
      ) { terminal in
        try await terminal.waitFor(text: "LIVE")
        try await terminal.press("z")
        try await terminal.waitFor(text: "PAUSED")
        let process = try #require(try await terminal.processID())
        let before = processorTime(of: process)
        // Nothing is waited for: this is the time that is looked at.
        try await Task.sleep(for: .seconds(3))
        #expect(before > .zero)
        #expect(processorTime(of: process) - before <= .milliseconds(50))
      }
    }
  }
}
