import CNcurses
import Glibc

/// What terminfo says about a type of terminal.
package struct TerminalDescription: Equatable, Sendable {
  /// How many colours it has; 0 for none.
  package let colors: Int
  /// Whether text can be put anywhere on the screen, which a full-screen program needs.
  package let canPlaceCursor: Bool

  /// The description of `type`, or `nil` when terminfo has none.
  ///
  /// No terminal is touched; not for a process that has a ``Screen`` open.
  @MainActor
  package init?(type: String) {
    guard !type.isEmpty, let device = fopen("/dev/null", "r+e") else { return nil }
    defer { fclose(device) }
    // ncurses would end the process from inside its own handlers.
    let actions = SignalActions(of: [SIGINT, SIGTERM, SIGTSTP, SIGWINCH])
    let screen = newterm(type, device, device)
    actions.restore()
    guard let screen else { return nil }
    defer { delscreen(screen) }
    colors = max(0, Int(tigetnum("colors")))
    canPlaceCursor = Capability.cursorAddress.text != nil
  }
}
