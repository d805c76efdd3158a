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
    let variable = ["LC_ALL", "LC_CTYPE", "LANG"].first { environment[$0]?.isEmpty == false }
    return TerminalFacts(
      type: options.type, description: await TerminalDescription(type: options.type),
      size: Self.size(of: options.path), charset: Self.charset,
      locale: variable.map { "\($0)=\(environment[$0] ?? "")" },
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

  private static var charset: String? {
    guard let locale = newlocale(1 << LC_CTYPE, "", nil) else { return nil }
    defer { freelocale(locale) }
    return nl_langinfo_l(nl_item(CODESET), locale).map { String(cString: $0) }
  }
}
