import Canvas
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite(.serialized)
struct DashboardJourneyTests {
  @Test func `progress moves by itself`() async throws {
    try await DemoSession.with { demo in
      func bytes() async throws -> String { try await demo.line("videos") }
      let before = try await bytes()
      try await waitUntil("another line for a running task") { try await bytes() != before }
    }
  }

  @Test func `a running task is stopped by two keys, and by no fewer`() async throws {
    try await DemoSession.with { demo in
      try await demo.select("videos")
      for cancel in ["Enter", "Escape", "n"] {
        try await demo.terminal.press("s")
        try await demo.terminal.waitFor(text: "y Stop")
        try await demo.terminal.press(cancel)
        try await demo.terminal.waitFor("no prompt") { !$0.contains("y Stop") }
      }
      try await demo.terminal.press("s", "s")
      try await demo.terminal.waitFor(text: "y Stop")
      try await demo.waitForState("running", of: "videos")
      try await demo.terminal.answer("y")
      try await demo.waitForState("stopping", "stopped", of: "videos")
      try await demo.waitForState("stopped", of: "videos")
    }
  }

  @Test func `a demo gives its own keys, so that what is stopped is resumed without typing any`()
    async throws
  {
    try await DemoSession.with { demo in
      try await demo.select("photos")
      try await demo.terminal.press("R")
      try await demo.terminal.waitFor(text: "y Start")
      try await demo.terminal.answer("y")
      try await demo.waitForState("running", "waiting", of: "photos")
    }
  }

  @Test func `a deletion of several tasks is taken back by a key`() async throws {
    try await DemoSession.with { demo in
      try await demo.terminal.type(":delete state:succeeded")
      try await demo.terminal.press("Enter")
      try await demo.terminal.waitFor(text: "Delete 4 tasks")
      try await demo.terminal.answer("4")
      try await demo.terminal.press("Enter")
      try await demo.terminal.waitFor(text: "4 are deleted in")
      try await demo.terminal.press("u")
      let sheet = try await demo.terminal.waitFor(
        text: "Taken back: nothing was done to the 4 tasks.")
      #expect(sheet.lines.count { $0.contains("skipped") } == 4, "\(sheet.text)")
      try await demo.terminal.press("Escape")
      try await demo.terminal.waitFor(text: "succeeded 4")
    }
  }

  @Test func `a demo has one object that fails, and says why`() async throws {
    try await DemoSession.with { demo in
      try await demo.terminal.waitFor("what a newcomer is told") {
        $0.contains("press Enter to see")
      }
      try await demo.select("invoices")
      try await demo.terminal.press("2")
      let page = try await demo.terminal.waitFor(text: "1 failed object")
      #expect(page.contains("2026-3/object-2.bin"), "\(page.text)")
    }
  }

  @Test func `deleting a running task is refused with a reason, and a plan is offered`()
    async throws
  {
    try await DemoSession.with { demo in
      try await demo.select("logs")
      try await demo.terminal.press("D")
      let prompt = try await demo.terminal.waitFor(text: "y Stop, then delete")
      #expect(prompt.contains("running task cannot be deleted"), "\(prompt.text)")
      try await demo.terminal.answer("y")
      try await demo.terminal.waitFor("the end of all steps", within: .seconds(120)) {
        $0.contains("1 of 1 done")
      }
      try await demo.terminal.press("Escape")
      try await demo.terminal.waitFor("the task gone") { screen in
        !screen.lines.contains { $0.contains("logs") && $0.contains("archive/logs/") }
      }
    }
  }

  @Test(arguments: [Size(rows: 5, columns: 20), Size(rows: 2, columns: 9)])
  func `a small terminal shows the freshness and the next size all again`(size: Size) async throws {
    try await DemoSession.with { demo in
      try await demo.terminal.resize(to: size)
      try await demo.terminal.waitFor("the freshness alone") {
        $0.contains("LIVE") && !$0.contains("2 running")
      }
      // ncurses cannot reach the one cell of such a terminal; the program has to survive it.
      try await demo.terminal.resize(to: Size(rows: 1, columns: 1))
      try await demo.terminal.waitFor("nothing of the table") { !$0.contains("LIVE") }
      try await demo.terminal.resize(to: Size(rows: 60, columns: 200))
      try await demo.terminal.waitFor("everything") {
        $0.contains("LIVE") && $0.contains("OBJECTS")
      }
    }
  }

  @Test func `q ends the program, gives the terminal back and leaves nothing`() async throws {
    try await DemoSession.with { demo in
      #expect(try await demo.terminal.screen().isAlternate)
      try await demo.terminal.press("q")
      let end = try await demo.terminal.waitForEnd(within: .seconds(120))
      #expect(end == .exited(0))
      let screen = try await demo.terminal.screen()
      #expect(!screen.isAlternate)
      #expect(demo.home.processes().isEmpty)
      let state = try #require(demo.home.environment["XDG_STATE_HOME"])
      for record in ["journal.jsonl", "seen.jsonl"] {
        #expect(!FileManager.default.fileExists(atPath: "\(state)/ferry/\(record)"))
      }
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGKILL])
  func `a demo that is ended by a signal leaves no process and no file`(
    signal: Int32
  ) async throws {
    try await DemoSession.with { demo in
      let process = try #require(try await demo.terminal.processID())
      let folders = demo.home.demoFolders()
      #expect(!folders.isEmpty)
      kill(process, signal)
      try await waitUntil("no process", within: .seconds(120)) { demo.home.processes().isEmpty }
      #expect(folders.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
    }
  }
}

struct ServiceGoneTests {
  @Test func `a service that is gone leaves the rows, the keys and a clear word`() async throws {
    try await FerryHome.with { home in
      _ = try await home.ferry("list")
      try await TerminalSession.run(
        [FerryHome.program.string], environment: home.environment,
        size: Size(rows: 24, columns: 80)
      ) { terminal in
        try await terminal.waitFor(text: "LIVE")
        for process in home.services { kill(process, SIGKILL) }
        try await terminal.waitFor(text: "OFFLINE")
        try await terminal.press("?")
        try await terminal.waitFor("help, with nobody to answer") { $0.contains("next task") }
      }
    }
  }

  @Test func `a terminal type that nobody knows is taken for a usual one`() async throws {
    try await FerryHome.with { home in
      var environment = home.environment
      environment["TERM"] = "no-such-terminal"
      _ = try await home.ferry("list")
      try await TerminalSession.run(
        [FerryHome.program.string], environment: environment,
        size: Size(rows: 24, columns: 120)
      ) { terminal in
        try await terminal.waitFor(text: "LIVE")
        try await terminal.press("q")
        #expect(try await terminal.waitForEnd() == .exited(0))
      }
    }
  }

  @Test func `a terminal of no type is told in one line`() async throws {
    try await FerryHome.with { home in
      var environment = home.environment
      environment["TERM"] = ""
      _ = try await home.ferry("list")
      // A shell around it, so that what it said stays on the screen.
      let command = ["/bin/sh", "-c", #""$0"; echo "status $?"; exec cat"#]
      try await TerminalSession.run(
        command + [FerryHome.program.string], environment: environment,
        size: Size(rows: 24, columns: 120)
      ) { terminal in
        let screen = try await terminal.waitFor(text: "status 1")
        #expect(screen.contains("ferry: "))
        #expect(screen.contains("`ferry list`"))
      }
    }
  }
}
