package import Canvas
import Subprocess

/// A program in a terminal of its own: a private tmux server with one window.
package struct TerminalSession: Sendable {
  private let server: TmuxServer

  /// Runs `command` in a new terminal for as long as `body` takes; then the terminal is gone, with
  /// everything in it.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments; no shell comes between.
  ///   - environment: Added to that of the tests. `TERM` is tmux's own unless it is given here.
  ///   - size: The terminal's size.
  ///   - body: What to do with it.
  /// - Returns: What `body` returns.
  /// - Throws: ``TerminalSessionError``, and what `body` throws.
  package static func run<Result>(
    _ command: [String], environment: [String: String] = [:],
    size: Size = Size(rows: 24, columns: 80),
    _ body: (TerminalSession) async throws -> Result
  ) async throws -> Result {
    if let program = command.firstIndex(where: { $0.hasSuffix("/ferry") }) {
      try CommandRecord.note(
        Array(command[(program + 1)...]), isCloud: command.contains("--project-id"))
    }
    return try await TemporaryDirectory.with { directory in
      let session = TerminalSession(server: try TmuxServer(in: directory))
      do {
        try await session.start(command, environment: environment, size: size)
        let result = try await body(session)
        await session.server.kill()
        return result
      } catch {
        await session.server.kill()
        throw error
      }
    }
  }

  /// Presses keys, by tmux's names: `Up`, `Escape`, `C-c`, `F1`, `DC` (delete), or a character.
  package func press(_ keys: String...) async throws {
    try await server.run(["send-keys"] + keys)
  }

  /// Presses a key as somebody does who has read a question before answering it: an answer that
  /// comes too soon after another key is none.
  package func answer(_ key: String) async throws {
    try await Task.sleep(for: .milliseconds(500))
    try await press(key)
  }

  /// Types `text` character by character.
  package func type(_ text: String) async throws {
    try await server.run(["send-keys", "-l", "--", text])
  }

  /// Pastes `text` in one piece, marked as pasted when the program asked for that.
  package func paste(_ text: String) async throws {
    try await server.run(["set-buffer", "--", text])
    try await server.run(["paste-buffer", "-p"])
  }

  /// Gives the terminal another size.
  package func resize(to size: Size) async throws {
    try await server.run(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// What the terminal shows now.
  package func screen() async throws -> TerminalScreen {
    let text = try await server.run(["capture-pane", "-p"])
    let state = try await server.run(["display-message", "-p", TerminalScreen.query])
    let screen = TerminalScreen(text: text, state: state)
    if screen.isClosed, screen.end == nil {
      // tmux may overlook the end of a quick program until another of its children ends.
      try await server.run(["run-shell", "true"])
    }
    return screen
  }

  /// The lines with the escape sequences of their styles.
  package func styledText() async throws -> String {
    try await server.run(["capture-pane", "-p", "-e"])
  }

  /// What programs put into the clipboard (OSC 52), or `nil` when that is nothing.
  package func clipboard() async throws -> String? {
    try? await server.run(["show-buffer"])
  }

  /// Waits until the terminal shows what `condition` asks for.
  ///
  /// - Parameters:
  ///   - expectation: What is waited for, in words for the failure.
  ///   - limit: How long to wait at most.
  ///   - condition: Whether a screen is the one.
  /// - Returns: That screen.
  /// - Throws: ``TerminalSessionError/timedOut(waitingFor:screen:)`` with the last screen.
  @discardableResult
  package func waitFor(
    _ expectation: String, within limit: Duration = .seconds(120),
    _ condition: @Sendable (TerminalScreen) -> Bool
  ) async throws -> TerminalScreen {
    let deadline = ContinuousClock.now + limit
    while true {
      let screen = try await screen()
      if condition(screen) { return screen }
      guard ContinuousClock.now < deadline else {
        throw TerminalSessionError.timedOut(waitingFor: expectation, screen: screen.text)
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Waits until the terminal shows `text`.
  @discardableResult
  package func waitFor(
    text: String, within limit: Duration = .seconds(120)
  ) async throws -> TerminalScreen {
    try await waitFor("\"\(text)\"", within: limit) { $0.contains(text) }
  }

  /// Waits until the program has ended, and says how.
  package func waitForEnd(within limit: Duration = .seconds(120)) async throws -> ProgramEnd? {
    try await waitFor("the end of the program", within: limit) { $0.end != nil }.end
  }

  /// The program's process id.
  package func processID() async throws -> Int32? {
    Int32(try await server.run(["display-message", "-p", "#{pane_pid}"]).filter(\.isNumber))
  }

  private func start(_ command: [String], environment: [String: String], size: Size) async throws {
    let assignments = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    try await server.run(
      ["new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "env"]
        + assignments + command)
    try await resize(to: size)
  }
}

/// Why a terminal session does not go on.
package enum TerminalSessionError: Error, Equatable, CustomStringConvertible {
  /// tmux refused a command.
  case refused(command: [String], reason: String)
  /// What was waited for did not come.
  case timedOut(waitingFor: String, screen: String)

  package var description: String {
    switch self {
    case .refused(let command, let reason): "tmux \(command.joined(separator: " ")): \(reason)"
    case .timedOut(let expectation, let screen): "no \(expectation) on this screen:\n\(screen)"
    }
  }
}
