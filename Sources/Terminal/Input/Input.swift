import Canvas

/// One whole thing that came from a terminal.
enum Input: Equatable, Sendable {
  /// A key, or a text that was pasted.
  case key(Key, Phase = .press)
  /// The answer to `CSI 5 n`: everything that was sent before has arrived.
  case statusReport

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
