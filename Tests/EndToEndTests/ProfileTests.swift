import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Two local services with tasks of their own, and a dashboard that goes from one to the other.
@Suite(.serialized)
struct ProfileTests {
  /// Runs a dashboard on the profile `local`, which has the task `alpha`; the protected profile `other`
  /// has `beta`, and `broken` no credentials.
  private static func run(
    _ options: [String] = [],
    _ body: (FerryHome, TerminalSession) async throws -> Void
  ) async throws {
    try await FerryHome.with { home in
      try home.write(
        configuration: """
          profiles:
            other: {endpoint: 'unix://\(home.path("other.sock"))', protected: true}
            broken: {endpoint: 'https://oms.example.com', project_id: p}

          """)
      try await home.start(
        ["serve", "--socket", home.path("other.sock"), "--state-dir", home.path("other")],
        log: "other.log")
      try await waitUntil("the other service") {
        FileManager.default.fileExists(atPath: home.path("other.sock"))
      }
      for (name, profile) in [("alpha", "local"), ("beta", "other")] {
        try FileManager.default.createDirectory(
          atPath: home.path(name), withIntermediateDirectories: true)
        let made = try await home.ferry(
          "create", "--profile", profile, "--confirm", profile, "--from",
          "local:\(home.path(name))/", "--to", "local:\(home.path("copied"))/")
        #expect(made.status == 0, "\(made.error)")
      }
      try await TerminalSession.run(
        [FerryHome.program.string] + options, environment: home.environment,
        size: Size(rows: 30, columns: 160)
      ) { try await body(home, $0) }
    }
  }

  @Test func `P goes to another profile, and back to the place that was left`() async throws {
    try await Self.run { _, terminal in
      try await terminal.waitFor("the first profile") {
        $0.lines[0].hasPrefix("local ") && $0.lines[0].hasSuffix("LIVE") && $0.contains("alpha")
      }
      try await terminal.type("/alpha")
      try await terminal.press("Enter")
      try await terminal.type(" ")
      try await terminal.waitFor("a mark and a filter") {
        $0.contains("1 marked") && $0.contains("1 of 1")
      }
      try await terminal.press("P")
      let menu = try await terminal.waitFor(text: "▸ local")
      #expect(menu.lines.contains { $0.contains("other  protected  unix://") })
      #expect(menu.lines.contains { $0.contains("broken") })
      try await terminal.press("j")
      try await terminal.waitFor(text: "▸ other")
      try await terminal.press("Enter")
      let other = try await terminal.waitFor("the other profile") {
        $0.lines[0].hasPrefix("other protected") && $0.lines[0].hasSuffix("LIVE")
          && $0.contains("beta")
      }
      #expect(!other.contains("alpha") && !other.contains("1 marked"))
      try await terminal.press("D")
      try await terminal.waitFor(text: "type other, then Enter")
      try await terminal.press("Escape")
      // Close behind Esc a sign would be one with Alt.
      try await terminal.waitFor("no question") { !$0.contains("type other, then Enter") }
      try await terminal.type(":profile loc")
      try await terminal.press("Tab", "Enter")
      let back = try await terminal.waitFor("the first profile again") {
        $0.lines[0].hasPrefix("local ") && $0.lines[0].hasSuffix("LIVE") && $0.contains("alpha")
      }
      #expect(back.contains("1 marked") && back.contains("/alpha") && back.contains("1 of 1"))
      #expect(!back.contains("beta"))
      try await terminal.press("q")
      #expect(try await terminal.waitForEnd() == .exited(0))
    }
  }

  @Test func `a profile that cannot be opened is one line, and one written meanwhile is found`()
    async throws
  {
    try await Self.run { home, terminal in
      try await terminal.waitFor(text: "alpha")
      try await terminal.type(":profile broken")
      try await terminal.press("Enter")
      let screen = try await terminal.waitFor(text: "HUAWEICLOUD_SDK_AK")
      #expect(screen.lines[0].hasPrefix("local ") && screen.contains("alpha"))
      try home.write(
        configuration: """
          profiles:
            new: {endpoint: 'unix://\(home.path("other.sock"))', read_only: true}

          """)
      try await terminal.type(":profile new")
      try await terminal.press("Enter")
      try await terminal.waitFor("the new profile") {
        $0.lines[0].hasPrefix("new read-only") && $0.contains("beta")
      }
    }
  }

  @Test func `line by line it is gone to by its name`() async throws {
    try await Self.run(["--linear"]) { _, terminal in
      try await terminal.waitFor(text: "alpha")
      try await terminal.type("profile other")
      try await terminal.press("Enter")
      try await terminal.waitFor("the other profile") {
        $0.contains("other LIVE") && $0.contains("beta")
      }
    }
  }
}
