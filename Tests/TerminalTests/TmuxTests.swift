import Canvas
import TestSupport
import Testing

/// The probe in a terminal that shows what a user would see.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct TmuxTests {
  private let probe = PseudoTerminal.probe

  @Test(arguments: ["tmux-256color", "xterm-256color", "screen", "vt220"])
  func `keys arrive, whatever the terminal calls itself`(type: String) async throws {
    try await TerminalSession.run(
      [probe], environment: ["TERM": type]
    ) { terminal in
      try await terminal.waitFor(text: "ready")
      try await terminal.press("Up", "Home", "End", "PPage", "DC", "F1", "F5", "BTab", "BSpace")
      let screen = try await terminal.waitFor(text: "key backspace")
      #expect(
        Array(screen.lines.prefix(10)) == [
          "ready", "key up", "key home", "key end", "key pageUp", "key delete", "key function(1)",
          "key function(5)", "key backTab", "key backspace",
        ])
    }
  }

  @Test func `control keys are keys and not signals`() async throws {
    try await TerminalSession.run([probe]) { terminal in
      try await terminal.waitFor(text: "ready")
      try await terminal.press("C-c", "C-\\", "C-s", "C-q", "C-d")
      let screen = try await terminal.waitFor(text: "control(\"d\")")
      #expect(
        Array(screen.lines[1...5])
          == ["c", "\\\\", "s", "q", "d"].map { "key control(\"\($0)\")" })
    }
  }

  @Test func `a paste is one key and no command`() async throws {
    try await TerminalSession.run([probe]) { terminal in
      try await terminal.waitFor(text: "ready")
      try await terminal.paste("q!\nq")
      try await terminal.waitFor(text: #"key paste("q!\nq")"#)
    }
  }

  @Test func `a program that leaves gives everything back to the shell`() async throws {
    try await inShell { terminal in
      let running = try await terminal.screen()
      #expect(!running.isCursorVisible)
      #expect(!running.takesMouse)
      try await terminal.press("q")
      let left = try await terminal.waitFor("the shell") { !$0.isAlternate }
      #expect(left.isCursorVisible)
    }
  }

  @Test(arguments: ["C-z", "T"])
  func `stopped by the user or by a signal it is a job that fg brings back`(
    key: String
  ) async throws {
    try await inShell { terminal in
      try await terminal.press(key)
      let stopped = try await terminal.waitFor(text: "Stopped")
      #expect(!stopped.isAlternate)
      #expect(stopped.isCursorVisible)
      try await terminal.type("fg\n")
      let resumed = try await terminal.waitFor(text: "resumed")
      #expect(resumed.isAlternate)
      #expect(!resumed.isCursorVisible)
    }
  }

  @Test func `a job in the background leaves the terminal alone until fg`() async throws {
    try await inShell { terminal in
      try await terminal.press("C-z")
      try await terminal.waitFor(text: "Stopped")
      try await terminal.type("bg; sleep 1; echo mine $((6 * 7))\n")
      let shell = try await terminal.waitFor(text: "mine 42")
      #expect(!shell.isAlternate)
      try await terminal.type("fg\n")
      try await terminal.waitFor("the probe") { $0.isAlternate && $0.contains("resumed") }
      try await terminal.press("a")
      try await terminal.waitFor(text: "character(\"a\")")
    }
  }

  @Test func `started in the background it waits for fg`() async throws {
    try await TerminalSession.run(
      ["bash", "--norc"], environment: ["PS1": "$ "]
    ) { terminal in
      try await terminal.waitFor(text: "$")
      try await terminal.type("\(probe) &\n")
      try await terminal.type("sleep 1; echo mine $((6 * 7))\n")
      let shell = try await terminal.waitFor(text: "mine 42")
      #expect(!shell.isAlternate)
      try await terminal.type("fg\n")
      try await terminal.waitFor("the probe") { $0.isAlternate && $0.contains("ready") }
    }
  }

  @Test func `started where nobody can bring it to the front it says so and ends`() async throws {
    try await TerminalSession.run(
      ["bash", "--norc"], environment: ["PS1": "$ "]
    ) { terminal in
      try await terminal.waitFor(text: "$")
      // Until the shell has taken the terminal back it is the front.
      let front = "read -r _ _ _ _ group _ _ front _ < /proc/$$/stat; [ $group = $front ]"
      try await terminal.type("(bash -c 'while \(front); do sleep 0.1; done; exec \(probe)' &)\n")
      let shell = try await terminal.waitFor(text: "belongs to another job")
      #expect(!shell.isAlternate)
    }
  }

  @Test func `a job whose shell has died leaves the terminal to the one that has it now`()
    async throws
  {
    try await TerminalSession.run(
      ["bash", "--norc"], environment: ["PS1": "$ "]
    ) { terminal in
      try await terminal.waitFor(text: "$")
      let dying = "set -m; (sleep 1; kill -9 $$) & \(probe); true"
      try await terminal.type("bash --norc -c '\(dying)'\n")
      try await terminal.waitFor(text: "Killed")
      try await terminal.type("echo mine $((6 * 7))\n")
      let screen = try await terminal.waitFor(text: "mine 42")
      #expect(!screen.contains("key character"))
    }
  }

  @Test func `Control-Z where nobody could continue it leaves it running`() async throws {
    try await TerminalSession.run([probe]) { terminal in
      try await terminal.waitFor(text: "ready")
      try await terminal.press("C-z")
      let screen = try await terminal.waitFor(text: "resumed")
      #expect(screen.isAlternate)
    }
  }

  @Test func `every size is survived, one cell too`() async throws {
    try await TerminalSession.run([probe]) { terminal in
      try await terminal.waitFor(text: "ready")
      for (rows, columns) in [(1, 1), (2, 300), (100, 2), (10, 40)] {
        try await terminal.resize(to: Size(rows: rows, columns: columns))
      }
      let screen = try await terminal.waitFor(text: "size 10x40")
      #expect(screen.lines.first == "ready")
    }
  }

  @Test func `a garbled screen is repaired by a repaint`() async throws {
    try await TerminalSession.run(
      ["sh", "-c", "(sleep 1; echo GARBAGE >/dev/tty) & exec \(probe)"]
    ) { terminal in
      try await terminal.waitFor(text: "GARBAGE")
      try await terminal.press("C-l")
      try await terminal.waitFor("a clean screen") { !$0.contains("GARBAGE") }
      #expect(try await terminal.screen().contains("ready"))
    }
  }

  @Test func `a copy reaches the clipboard of the terminal`() async throws {
    try await TerminalSession.run([probe]) { terminal in
      try await terminal.waitFor(text: "ready")
      try await terminal.press("C", "a")
      try await terminal.waitFor(text: "character")
      #expect(try await terminal.clipboard() == "copied")
    }
  }

  @Test(
    arguments: [("exit 3", .exited(3)), ("kill -TERM $$", .signalled(15))]
      as [(String, ProgramEnd)])
  func `the way a program ended is told`(script: String, end: ProgramEnd) async throws {
    try await TerminalSession.run(["sh", "-c", script]) { terminal in
      let found = try await terminal.waitForEnd()
      #expect(found == end)
    }
  }

  @Test func `what does not come is reported with the screen`() async throws {
    await #expect(throws: TerminalSessionError.self) {
      try await TerminalSession.run(["sh", "-c", "echo here; cat"]) { terminal in
        try await terminal.waitFor(text: "here")
        try await terminal.waitFor(text: "there", within: .milliseconds(100))
      }
    }
  }

  /// Starts the probe from a shell with job control.
  private func inShell(_ body: (TerminalSession) async throws -> Void) async throws {
    try await TerminalSession.run(
      ["bash", "--norc"], environment: ["PS1": "$ "]
    ) { terminal in
      try await terminal.waitFor(text: "$")
      try await terminal.type("\(probe)\n")
      try await terminal.waitFor("the probe") { $0.isAlternate && $0.contains("ready") }
      try await body(terminal)
    }
  }
}
