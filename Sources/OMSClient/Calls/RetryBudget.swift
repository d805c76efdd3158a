/// How many repeats a service has to put up with.
///
/// They are a small part of the calls, so that a service that is sick is not asked several times as
/// often as one that is well.
struct RetryBudget: Sendable {
  /// The most repeats that can be saved up.
  static let most = 10.0
  /// What each call that is sent adds.
  static let share = 0.1

  private var saved = most

  /// A call is sent.
  mutating func earn() { saved = min(saved + Self.share, Self.most) }

  /// Takes one repeat out.
  ///
  /// - Returns: `false` when there is none left.
  mutating func spend() -> Bool {
    guard saved >= 1 else { return false }
    saved -= 1
    return true
  }
}
