/// Why there is no full-screen mode.
package enum ScreenError: Error, Equatable, CustomStringConvertible {
  /// The terminal device cannot be opened; without a terminal the error is `ENXIO`.
  case cannotOpen(path: String, reason: String)
  /// `TERM` is empty or names nothing that the terminfo database knows.
  case unknownType(String)
  /// The terminal cannot place its cursor, which a full screen needs.
  case cannotPlaceCursor(type: String)

  /// One line for the user.
  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "no terminal: \(path) cannot be opened (\(reason)); use `ferry list` without one"
    case .unknownType(""):
      "the terminal type is not set; set TERM to what your terminal is, such as xterm-256color"
    case .unknownType(let type):
      "the terminal type \(type) is unknown here; set TERM to a known one, such as xterm-256color"
    case .cannotPlaceCursor(let type):
      "a terminal of type \(type) cannot show a full screen; use `ferry list` there"
    }
  }
}
