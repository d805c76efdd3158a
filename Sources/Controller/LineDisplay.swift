import Canvas
import Dashboard
import Terminal

/// Tells on a terminal what happens, line by line, and takes whole lines from it.
@MainActor
final class LineDisplay: Display {
  /// What questions are laid out for; a terminal that wraps its lines has room for any of them.
  let size = Size(rows: 34, columns: 80)

  private let terminal: LineTerminal
  private var narration = Narration()

  init(_ terminal: LineTerminal) {
    self.terminal = terminal
  }

  func note(_ event: Event, before state: State) { narration.note(event, before: state) }

  func keys(of line: String?, in state: State) -> [Key] {
    let keys = state.keys(of: line)
    if keys.isEmpty { narration.ask() }
    return keys
  }

  func present(_ state: State) -> Bool {
    let lines = narration.lines(of: state)
    terminal.say(lines)
    if state.isTypingKeys {
      terminal.hideInput()
    } else {
      terminal.showInput(afterLine: narration.dropsLine)
    }
    return !lines.isEmpty
  }

  /// It has no way to answer, so that a question counts as read after a while.
  func askForArrival() -> Bool { false }

  /// Nothing: what was told stays where it is.
  func repaint() {}

  func suspend() { terminal.suspend() }

  /// Nothing: the terminal hears of it by itself.
  func resume() {}

  func copy(_ text: String) -> Bool {
    narration.copy(text)
    return true
  }
}
