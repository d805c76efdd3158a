import Glibc
import Terminal

/// What is known about the terminal before it is used.
struct TerminalFacts {
  /// The terminfo name; empty when none is set.
  var type: String
  /// What terminfo says; `nil` when it does not know the type.
  var description: TerminalDescription?
  /// Rows and columns; `nil` without a terminal.
  var size: (rows: Int, columns: Int)?
  /// The charset of the user's locale; `nil` when that locale is not installed.
  var charset: String?
  /// The variable and the value that the locale comes from; `nil` when none is set.
  var locale: String?
  /// Whether `NO_COLOR` is set.
  var refusesColor: Bool

  /// The terminal and locale of this process.
  static func now(environment: [String: String]) async -> TerminalFacts {
    let options = TerminalOptions(environment: environment)
    let locale = UserLocale(environment: environment)
    return TerminalFacts(
      type: options.type, description: await TerminalDescription(type: options.type),
      size: Self.size(of: options.path), charset: locale.charset,
      locale: locale.setting,
      refusesColor: options.refusesColor)
  }

  private static func size(of device: String) -> (rows: Int, columns: Int)? {
    let descriptor = open(device, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    return (Int(window.ws_row), Int(window.ws_col))
  }
}
