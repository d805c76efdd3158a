import Glibc
import Migration
import Terminal

extension Console {
  /// Asks for something that nobody may see: what is typed is not shown.
  ///
  /// - Returns: `nil` without a terminal, or at the end of input.
  static func askHidden(_ question: String) -> Secret? {
    guard isInteractive else { return nil }
    defer { progress("") }
    return HiddenLine.read(from: STDIN_FILENO) { show(question) }.map { Secret($0) }
  }
}
