import Glibc
import Migration

extension Console {
  /// Asks for something that nobody may see: what is typed is not shown.
  ///
  /// - Returns: `nil` without a terminal, or at the end of input.
  static func askHidden(_ question: String) -> Secret? {
    var settings = termios()
    guard isInteractive, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
      progress("")
    }
    return ask(question).map { Secret($0) }
  }
}
