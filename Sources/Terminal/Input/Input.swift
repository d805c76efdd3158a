import Canvas

/// One whole thing that came from a terminal.
enum Input: Equatable, Sendable {
  /// A key, or a text that was pasted.
  case key(Key, Phase = .press)
  /// The answer to `CSI 5 n`: everything that was sent before has arrived.
  case statusReport
  /// The answer to `CSI ? 2026 $ p` that the terminal can hold back what it shows, and does or does not.
  case canHold

  /// What happened to a key.
  enum Phase: Equatable, Sendable {
    /// It went down.
    case press
    /// It is still held down.
    case again
    /// It went up, which never does anything.
    case release
  }
}
