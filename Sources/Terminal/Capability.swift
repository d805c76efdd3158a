import CNcurses

/// A text that the terminal's description names.
///
/// The raw value is its terminfo name.
enum Capability: String {
  case cursorAddress = "cup"
  case resetStyle = "sgr0"
  case resetColors = "op"
  case showCursor = "cnorm"
  case leaveKeypad = "rmkx"
  case leaveScreen = "rmcup"

  /// What to send for it on the terminal opened last, or `nil` when that has no such thing.
  @MainActor var text: String? {
    // terminfo answers -1 for a name that is no string capability.
    guard let text = tigetstr(rawValue), Int(bitPattern: text) != -1 else { return nil }
    return String(cString: text)
  }
}
