import Canvas
import Subprocess
import SystemPackage

/// A tmux server that nobody else uses.
struct TmuxServer: Sendable {
  private let directory: FilePath

  /// What has ended stays on the screen, and all lines are the program's.
  private static let settings = """
    set -g remain-on-exit on
    set -g status off
    set -g default-terminal tmux-256color
    set -s set-clipboard on
    set -s escape-time 0

    """

  /// A server that keeps its files in `directory`, and begins with the first command.
  init(in directory: TemporaryDirectory) throws {
    self.directory = directory.path
    try directory.write(Self.settings, to: "settings")
  }

  /// Runs a tmux command on the server and returns what it prints.
  @discardableResult
  func run(_ command: [String]) async throws -> String {
    let result = try await Subprocess.run(
      .name("tmux"), arguments: Arguments(files + command),
      environment: .inherit.updating(["TMUX": nil, "LC_ALL": "C.UTF-8"]),
      output: .string(limit: 1 << 20), error: .string(limit: 4096))
    guard result.terminationStatus.isSuccess else {
      throw TerminalSessionError.refused(command: command, reason: result.standardError)
    }
    return result.standardOutput
  }

  private var files: [String] {
    ["-S", directory.appending("socket").string, "-f", directory.appending("settings").string]
  }

  /// Ends the server and every program in it; a server that has ended by itself is as good.
  func kill() async {
    _ = try? await run(["kill-server"])
  }
}

extension TerminalScreen {
  /// What to ask tmux for beside the text; ``init(text:state:)`` reads the answer.
  static let query = [
    "alternate_on", "cursor_flag", "mouse_any_flag", "cursor_y", "cursor_x", "pane_dead",
    "pane_dead_signal", "pane_dead_status",
  ].map { "#{\($0)}" }.joined(separator: ",")

  /// A screen as tmux describes it.
  init(text: String, state: String) {
    let fields = state.split(separator: ",", omittingEmptySubsequences: false)
      .map { Int($0.filter(\.isNumber)) }
    let field = { (index: Int) in fields.indices.contains(index) ? fields[index] : nil }
    // How a program ended comes to be known a moment after its terminal was closed.
    let end = field(6).map(ProgramEnd.signalled) ?? field(7).map(ProgramEnd.exited)
    self.init(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      isAlternate: field(0) == 1, isCursorVisible: field(1) == 1,
      cursor: Frame.Position(row: field(3) ?? 0, column: field(4) ?? 0), takesMouse: field(2) == 1,
      isClosed: field(5) == 1, end: end)
  }
}
