import Canvas
import Glibc
import SystemPackage
import Terminal
import Words

/// Standard output and standard error, for people: whatever came from outside is cleaned.
enum Console {
  /// Prints a line to standard output.
  static func line(_ text: String) {
    print(cleaned(text, for: STDOUT_FILENO))
  }

  /// Prints a table to standard output, as wide as a terminal there is.
  static func table(_ table: TextTable) {
    table.lines(width: columns).forEach(line)
  }

  /// The columns of the terminal that standard output is; `nil` when it is none.
  static var columns: Int? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return nil
    }
    return Int(window.ws_col)
  }

  /// Prints a line to standard output at once, for a program that waits for it.
  ///
  /// - Throws: As ``finish()`` does.
  static func flushedLine(_ text: String) throws(Failure) {
    line(text)
    try finish()
  }

  /// Prints text to standard output as it is: JSON and CSV, which programs read.
  static func raw(_ text: String) {
    print(text)
  }

  /// Makes sure that all that was printed has arrived.
  ///
  /// - Throws: ``Failure`` when it has not, such as on a full disk.
  static func finish() throws(Failure) {
    guard fflush(nil) == 0 else {
      // Whoever read the output has read enough: the end is that of any program in a pipe.
      if errno == EPIPE { endProcess(by: SIGPIPE) }
      let reason = String(describing: Errno(rawValue: errno)).lowercased()
      throw Failure(Failure.failed, .unwritten(reason: reason))
    }
  }

  /// Whether anybody can still read standard output: nobody can once the other end of a pipe is shut.
  static var isRead: Bool {
    var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    return poll(&output, 1, 0) <= 0 || output.revents & Int16(POLLERR) == 0
  }

  /// Prints one line to standard error.
  static func error(_ text: String) {
    let line = cleaned(
      text.split(whereSeparator: \.isNewline).joined(separator: " "), for: STDERR_FILENO)
    toStandardError("ferry: \(line)\n")
  }

  /// Tells on standard error what is going on.
  static func progress(_ text: String) {
    toStandardError("\(cleaned(text, for: STDERR_FILENO))\n")
  }

  /// Shows on standard error, when that is a terminal, a line that the next one takes the place of;
  /// an empty one leaves nothing behind.
  static func transient(_ text: String) {
    guard showsErrors else { return }
    let line = String(layOut(cleaned(text, for: STDERR_FILENO)).prefix(79).map(\.character))
    toStandardError("\r\u{1B}[K\(line)")
  }

  /// Whether standard error is a terminal.
  static var showsErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many columns `text` takes up on a terminal.
  static func width(_ text: String) -> Int { layOut(text).reduce(0) { $0 + Int($1.width) } }

  /// Whether somebody sits at standard input and standard error, so that questions can be asked.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks on standard error, so that standard output stays clean, and reads a line.
  ///
  /// - Returns: The answer, or `nil` at the end of input.
  static func ask(_ question: String) -> String? {
    show(question)
    return readLine()
  }

  /// Shows a question on standard error; the answer follows it on the same line.
  static func show(_ question: String) {
    toStandardError(cleaned(question, for: STDERR_FILENO) + " ")
  }

  // Nobody can be told that standard error is closed.
  private static func toStandardError(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }

  /// `text` without anything that a terminal would act upon.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - stream: Where it goes to: a terminal gets the characters of the user's locale, and whatever
  ///     else reads gets all.
  /// - Returns: The rest.
  static func cleaned(_ text: String, for stream: Int32? = nil) -> String {
    let isASCII = stream.map { Self.isASCII && isatty($0) == 1 } ?? false
    return String(layOut(text, isASCII: isASCII).filter { $0.width > 0 }.map(\.character))
  }

  private static let isASCII = UserLocale(environment: Environment.current).isASCII
}
