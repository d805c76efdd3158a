import CNcurses
import CTerminalGuard
import Glibc

extension Screen {
  /// Marks pasted text as such, so that it is never taken for keys.
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  /// Turns off what a program that crashed may have left on: the encodings of keys that kitty and
  /// xterm have beside the old one.
  private static let plainKeys = "\u{1B}[=0u\u{1B}[>4m"

  /// Gives the terminal back and stops the process as a job of the shell, as ^Z does.
  ///
  /// The whole foreground job stops, as it would if the terminal had sent the signal. When it goes
  /// on, ``TerminalEvent/resumed`` says so, and ``resume()`` takes the terminal again.
  package func suspend() {
    guard mode == .active else { return }
    leaveFullScreen()
    mode = .suspended
    kill(0, SIGTSTP)
  }

  /// Takes the terminal again after the process was stopped, and paints it anew.
  ///
  /// Nothing happens while it belongs to another job.
  package func resume() {
    guard mode != .closed, Foreground.has(descriptor) else { return }
    // Stopped by somebody else, ncurses does not know that the shell had the terminal.
    if mode == .active { endwin() }
    mode = .active
    // Whoever had the terminal has taken the answer, too.
    askedAt = nil
    ctg_set_active(1)
    adoptSize()
    setModes()
    repaint()
  }

  /// Leaves the terminal to the job that has it, as it is.
  func abandon() {
    guard mode == .active else { return }
    mode = .suspended
    ctg_set_active(0)
  }

  func leaveFullScreen() {
    awaitArrival()
    if isStandard { send(Self.pasteOff) }
    endwin()
    ctg_set_active(0)
  }

  /// Sets what ncurses knows nothing of.
  func setModes() {
    if isStandard { send(Self.plainKeys + Self.pasteOn) }
  }

  /// Writes `text` to the terminal as it is; a terminal that is gone loses it.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(count, 0))
    }
  }
}
