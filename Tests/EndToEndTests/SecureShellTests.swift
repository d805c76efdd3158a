import Canvas
import Foundation
import MigrationCore
import SystemPackage
import TestServers
import TestSupport
import Testing

/// The dashboard on a machine that is far away.
@Suite(
  .serialized, .timeLimit(.minutes(5)),
  .enabled(if: SecureShell.isInstalled, "openssh-server is not installed"))
struct SecureShellTests {
  /// Runs the dashboard over a link, on a service with these tasks.
  private static func running(
    _ tasks: [ServedTask], rate: Int, delay: Duration,
    _ body: @Sendable @escaping (V2Session, SecureShell, TerminalSession) async throws -> Void
  ) async throws {
    try await V2Session.with(tasks) { session in
      let directory = session.home.directory.appending("ssh")
      try await SecureShell.with(in: directory, rate: rate, delay: delay) { shell in
        let script = try Self.script(for: session)
        try await TerminalSession.run(
          shell.command(script), size: Size(rows: 24, columns: 100)
        ) { terminal in
          try await body(session, shell, terminal)
        }
      }
    }
  }

  /// A file that runs the dashboard as the user of `session`.
  private static func script(for session: V2Session) throws -> String {
    let variables = session.home.environment.merging(V2Session.keys) { $1 }
    let lines = variables.map { "export \($0.key)='\($0.value)'" }
    let command = [try FerryHome.program.string, "--api", "v2"] + session.address
    let text = (lines + ["exec " + command.joined(separator: " ")]).joined(separator: "\n")
    let path = session.home.path("run-ferry")
    try Data(text.utf8).write(to: URL(filePath: path))
    return "sh \(path)"
  }

  private static func dashboards(_ session: V2Session) throws -> [pid_t] {
    session.home.processes(try FerryHome.program.string)
  }

  @Test func `over 32 kbit/s and 300 ms a task is stopped, and nothing stays`() async throws {
    let tasks = (1...60).reversed().map { ServedTask($0, "task-\($0)", status: $0 == 60 ? 2 : 5) }
    try await Self.running(tasks, rate: 4000, delay: .milliseconds(150)) { session, _, terminal in
      try await terminal.waitFor(text: "LIVE", within: .seconds(120))
      try await terminal.waitFor("the running task under the cursor", within: .seconds(120)) {
        $0.lines.contains { $0.hasPrefix("▸") && $0.contains("task-60") }
      }
      try await terminal.press("s")
      try await terminal.waitFor(text: "y Stop", within: .seconds(120))
      // The question has to be reported seen, over the same link.
      try await waitUntil("an answer that counts") {
        try await terminal.answer("y")
        return await !session.service.changes.isEmpty
      }
      try await terminal.waitFor(text: "59 succeeded", within: .seconds(120))
      try await terminal.press("q")
      #expect(try await terminal.waitForEnd(within: .seconds(120)) == .exited(0))
      #expect(await session.service.changes == ["POST tasks/60/stop"])
      try await waitUntil("the end of the program") { try Self.dashboards(session).isEmpty }
    }
  }

  @Test func `over 32 kbit/s and 300 ms many tasks are deleted, and the list of results says so`()
    async throws
  {
    let tasks = (1...30).reversed().map { ServedTask($0, "task-\($0)", status: 5) }
    try await Self.running(tasks, rate: 4000, delay: .milliseconds(150)) { session, _, terminal in
      try await terminal.waitFor(text: "30 succeeded", within: .seconds(120))
      try await terminal.type("*")
      try await Self.agreeToDelete(30, in: terminal, patience: .seconds(30)) {
        await !session.service.changes.isEmpty
      }
      try await terminal.waitFor(text: "30 of 30 done", within: .seconds(120))
      // Close behind Esc a letter would be one with Alt.
      try await terminal.press("Escape")
      try await terminal.waitFor(text: "There are no tasks yet", within: .seconds(120))
      try await terminal.press("q")
      #expect(try await terminal.waitForEnd(within: .seconds(120)) == .exited(0))
      #expect(
        Set(await session.service.changes) == Set((1...30).map { "DELETE tasks/\($0)" }))
      #expect(await session.service.tasks.isEmpty)
      let journal = Journal(path: FilePath(session.home.path("state/ferry/journal.jsonl")))
      let actions = try journal.latest(.max)
      #expect(actions.count == 30 && actions.allSatisfy { $0.end?.outcome == "done" })
      try await waitUntil("the end of the program") { try Self.dashboards(session).isEmpty }
    }
  }

  @Test func `a link that is cut while a bulk delete is held back deletes nothing`() async throws {
    let tasks = (1...20).reversed().map { ServedTask($0, "task-\($0)", status: 5) }
    try await Self.running(tasks, rate: 100_000, delay: .milliseconds(20)) {
      session, shell, terminal in
      try await terminal.waitFor(text: "20 succeeded", within: .seconds(120))
      try await terminal.type("*")
      try await Self.agreeToDelete(20, in: terminal) {
        try await terminal.screen().contains("u takes it back")
      }
      await shell.link.cut()
      try await waitUntil("the end of the program") { try Self.dashboards(session).isEmpty }
      #expect(await session.service.tasks.count == 20)
      let journal = Journal(path: FilePath(session.home.path("state/ferry/journal.jsonl")))
      #expect(try journal.latest(.max).isEmpty)
      try await Self.expectReturn(session, isTold: false)
    }
  }

  @Test func `a link that is cut in the middle of a bulk delete leaves a journal that agrees`()
    async throws
  {
    let tasks = (1...20).reversed().map { ServedTask($0, "task-\($0)", status: 5) }
    try await Self.running(tasks, rate: 100_000, delay: .milliseconds(20)) {
      session, shell, terminal in
      try await terminal.waitFor(text: "20 succeeded", within: .seconds(120))
      await session.service.holdDeletions(after: 8)
      try await terminal.type("*")
      try await Self.agreeToDelete(20, in: terminal) {
        await session.service.heldDeletions == 4
      }
      await shell.link.cut()
      let cut = ContinuousClock.now
      let before = try Self.dashboards(session).reduce(.zero) { $0 + processorTime(of: $1) }
      var after = before
      try await waitUntil("the end of the program") {
        let dashboards = try Self.dashboards(session)
        after = max(after, dashboards.reduce(.zero) { $0 + processorTime(of: $1) })
        return dashboards.isEmpty
      }
      // Nothing spins where nobody is left to be shown anything.
      #expect(after - before < (ContinuousClock.now - cut) / 2)
      await session.service.releaseDeletions()

      let journal = Journal(path: FilePath(session.home.path("state/ferry/journal.jsonl")))
      let actions = try journal.latest(.max)
      let done = Set(actions.filter { $0.end?.outcome == "done" }.compactMap(\.task))
      let doubtful = Set(actions.filter { $0.end?.doubt == true }.compactMap(\.task))
      #expect(done.count == 8)
      #expect(doubtful.count == 4)
      #expect(actions.count == 12)
      // What the service has deleted is what the journal says was done, or may have been.
      let left = Set(await session.service.tasks.map(\.id))
      #expect(left.isDisjoint(with: done))
      #expect(Set(1...20).subtracting(left).isSubset(of: done.union(doubtful)))
      for isTold in [true, false] { try await Self.expectReturn(session, isTold: isTold) }
    }
  }

  /// Agrees to delete the marked tasks, until an answer has counted; on a busy machine it may come
  /// before the question was seen, and is none then.
  private static func agreeToDelete(
    _ count: Int, in terminal: TerminalSession, patience: Duration = .seconds(30),
    until isAgreed: () async throws -> Bool
  ) async throws {
    while true {
      try await terminal.press("D")
      try await terminal.waitFor(text: "Delete \(count)", within: .seconds(120))
      try await terminal.answer(String("\(count)".prefix(1)))
      try await terminal.type(String("\(count)".dropFirst()))
      try await terminal.press("Enter")
      do {
        return try await waitUntil("the agreement", within: patience, isAgreed)
      } catch is NeverHappened {
        try await terminal.press("Escape")
        // Close behind Esc a letter would be one with Alt.
        try await terminal.waitFor("no question", within: .seconds(120)) {
          !$0.contains("Delete \(count)")
        }
      }
    }
  }

  /// Opens the dashboard again, where the user is told once of what was cut off.
  private static func expectReturn(_ session: V2Session, isTold: Bool) async throws {
    try await TerminalSession.run(
      ["sh", session.home.path("run-ferry")], size: Size(rows: 24, columns: 140)
    ) { terminal in
      let screen = try await terminal.waitFor(
        isTold ? "what was cut off" : "the tasks", within: .seconds(120)
      ) {
        isTold
          ? $0.contains("may have been done") && $0.contains("and 1 more")
          : $0.contains("LIVE") && $0.contains("succeeded")
      }
      #expect(screen.contains("may have been done") == isTold)
    }
  }
}
