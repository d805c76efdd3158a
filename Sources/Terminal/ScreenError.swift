/// Why there is no full-screen mode.
package enum ScreenError: Error, Equatable, CustomStringConvertible {
  /// The terminal device cannot be opened; without a terminal the error is `ENXIO`.
  case cannotOpen(path: String, reason: String)
  /// `TERM` is empty, so that nobody knows what the terminal understands.
  case noType
  /// Nobody knows this type of terminal, and the most usual one cannot stand in for it.
  case unknownType(String)
  /// The terminal belongs to another job, and nobody can bring this one to the front.
  case inBackground
  /// The terminal cannot place its cursor, which a full screen needs.
  case cannotPlaceCursor(type: String)

  /// One line for the user.
  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "no terminal: \(path) cannot be opened (\(reason)); use `ferry list` without one"
    case .noType:
      "the terminal type is not set; use `ferry list` or `ferry wait`, or set TERM to what your "
        + "terminal is, such as xterm-256color"
    case .unknownType(let type):
      "the terminal type \(type) is unknown here; use `ferry list` or `ferry wait`, or set TERM to "
        + "a known type, such as xterm-256color"
    case .inBackground:
      "the terminal belongs to another job; start ferry in the foreground, or use `ferry wait`"
    case .cannotPlaceCursor(let type):
      "a terminal of type \(type) cannot show a full screen; use `ferry list` or `ferry wait` there"
    }
  }
}
