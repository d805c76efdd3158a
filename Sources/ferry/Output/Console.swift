import Canvas
import Glibc

/// Standard output and standard error, for people: whatever came from outside is cleaned.
enum Console {
  /// Prints a line to standard output.
  static func line(_ text: String) {
    print(cleaned(text))
  }

  /// Prints text to standard output as it is: JSON and CSV, which programs read.
  static func raw(_ text: String) {
    print(text)
  }

  /// Prints one line to standard error.
  static func error(_ text: String) {
    let line = cleaned(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    fputs("ferry: \(line)\n", stderr)
  }

  /// Tells on standard error what is going on.
  static func progress(_ text: String) {
    fputs("\(cleaned(text))\n", stderr)
  }

  /// Whether somebody sits at standard input and standard error, so that questions can be asked.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks on standard error, so that standard output stays clean, and reads a line.
  ///
  /// - Returns: The answer, or `nil` at the end of input.
  static func ask(_ question: String) -> String? {
    fputs(cleaned(question) + " ", stderr)
    return readLine()
  }

  /// `text` without anything that a terminal would act upon.
  static func cleaned(_ text: String) -> String {
    String(layOut(text).filter { $0.width > 0 }.map(\.character))
  }
}
