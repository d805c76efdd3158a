import CNcurses
import CTerminalGuard
import Glibc

extension Screen {
  /// Marks pasted text as such, so that it is never taken for keys.
  ///
  /// Terminals that do not know it ignore it.
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

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
  package func resume() {
    guard mode != .closed else { return }
    // Stopped by somebody else, ncurses does not know that the shell had the terminal.
    if mode == .active { endwin() }
    mode = .active
    ctg_set_active(1)
    adoptSize()
    send(Self.pasteOn)
    repaint()
  }

  func leaveFullScreen() {
    send(Self.pasteOff)
    endwin()
    ctg_set_active(0)
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
