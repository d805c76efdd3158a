import Canvas
import CTerminalGuard
import Glibc

/// Reads a line that nobody may see.
///
/// The terminal shows again what is typed as soon as the reading is over, whether by an answer, by a
/// key or signal that ends the process, or by the key that stops it.
package enum HiddenLine {
  /// What is typed up to Enter.
  ///
  /// - Parameters:
  ///   - descriptor: The terminal.
  ///   - ask: Shows the question; called again when the process was stopped and goes on.
  /// - Returns: The text; `nil` at the end of input, or when there is no terminal.
  package static func read(from descriptor: Int32, ask: () -> Void) -> String? {
    guard ctg_guard_line(descriptor) == 0 else { return nil }
    defer { ctg_release_line() }
    hide(descriptor)
    ask()
    var parser = InputParser()
    var text = String.UnicodeScalarView()
    while true {
      var byte: UInt8 = 0
      let count = Glibc.read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return text.isEmpty ? nil : String(text) }
      for case .key(let key, let phase) in parser.take([byte]) where phase != .release {
        switch key {
        case .character(let character): text.append(contentsOf: character.unicodeScalars)
        case .paste(let pasted): text.append(contentsOf: pasted.unicodeScalars)
        case .enter: return String(text)
        case .backspace: _ = text.popLast()
        case .control("u"): text.removeAll()
        case .control("d"): return text.isEmpty ? nil : String(text)
        case .control("c"): kill(getpid(), SIGINT)
        case .control("\\"): kill(getpid(), SIGQUIT)
        case .control("z"): stop(descriptor, ask)
        default: break
        }
      }
    }
  }

  /// Neither shows what is typed nor has keys send signals: one that stops the process would leave
  /// the terminal like that.
  private static func hide(_ descriptor: Int32) {
    var settings = termios()
    tcgetattr(descriptor, &settings)
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(ICRNL)
    tcsetattr(descriptor, TCSAFLUSH, &settings)
  }

  private static func stop(_ descriptor: Int32, _ ask: () -> Void) {
    ctg_release_line()
    ctg_stop_job()
    // Another program may have changed the settings meanwhile; these are the ones to go back to.
    ctg_guard_line(descriptor)
    hide(descriptor)
    ask()
  }
}
