/// Counts refused signatures of an access key, to stop before the gateway locks the key.
///
/// The gateway locks a key for 5 minutes after more than 5 refusals in a row, from whomever they
/// come; stopping at 3 leaves room for calls under way and for other programs.
struct RefusalCount: Sendable {
  /// How many refusals in a row end all calls.
  static let most = 3
  /// How long calls then rest.
  static let rest = Duration.seconds(300)

  /// The refusals since the last call that was let in.
  private(set) var inARow = 0
  private var closedUntil = Duration.zero

  /// The moment until which nothing may be sent, or `nil` when it may.
  func closed(at now: Duration) -> Duration? { now < closedUntil ? closedUntil : nil }

  /// A call was let in.
  mutating func accepted() { inARow = 0 }

  /// A call was refused.
  ///
  /// - Parameters:
  ///   - isLocked: Whether the gateway says that the key is locked already.
  ///   - now: When that was.
  mutating func refused(isLocked: Bool, at now: Duration) {
    inARow += 1
    if isLocked { inARow = max(inARow, Self.most) }
    if inARow >= Self.most { closedUntil = now + Self.rest }
  }
}
