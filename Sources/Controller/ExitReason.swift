import Glibc

/// Why the dashboard ended.
package enum ExitReason: Equatable, Sendable {
  /// The user left.
  case quit
  /// A signal asked for it.
  case terminated(signal: Int32)
  /// The terminal is gone.
  case hungUp

  /// The signal by which the process ought to end; `nil` when it ends well.
  package var signal: Int32? {
    switch self {
    case .quit: nil
    case .terminated(let signal): signal
    case .hungUp: SIGHUP
    }
  }
}
