package import FoundationEssentials
package import Migration

/// How the service answers, and with that how far the screen can be trusted.
package struct Link: Equatable, Sendable {
  /// The word in the header.
  package enum Freshness: Equatable, Sendable {
    /// What is shown is so.
    case live
    /// A user stopped the updates.
    case paused
    /// The last answer is this many seconds old, which is too old.
    case stale(seconds: Int)
    /// The last try failed; the next one is in this many seconds.
    case offline(retryIn: Int)
  }

  /// The time between two refreshes.
  package internal(set) var interval: Duration
  /// Whether a user stopped the updates.
  package internal(set) var isPaused = false
  /// Whether pages of the list are still on their way.
  package internal(set) var isLoading = true
  /// When the last answer came.
  package private(set) var answeredAt: Date?
  /// Why the last try failed, until one succeeds.
  package private(set) var problem: APIProblem?

  private var retryAt: Date?
  private var startedAt: Date?
  /// The latest moment that is known of.
  package private(set) var now: Date?

  /// A service that was not asked yet.
  init(interval: Duration) {
    self.interval = interval
  }

  /// The word in the header.
  package var freshness: Freshness {
    if isPaused { return .paused }
    if problem != nil { return .offline(retryIn: seconds(from: now, to: retryAt)) }
    let age = seconds(from: answeredAt ?? startedAt, to: now)
    return Double(age) > longestSilence ? .stale(seconds: age) : .live
  }

  /// Whether what is shown may no longer be so.
  package var isDoubtful: Bool {
    switch freshness {
    case .live, .paused: false
    case .stale, .offline: true
    }
  }

  /// Whether the passing of time alone can change the screen.
  var dependsOnTime: Bool { !isPaused }

  mutating func pass(_ date: Date) {
    now = date
    startedAt = startedAt ?? date
  }

  mutating func answered(at date: Date, isLoading: Bool) {
    pass(date)
    answeredAt = date
    problem = nil
    retryAt = nil
    self.isLoading = isLoading
  }

  mutating func failed(_ problem: APIProblem, retryAt: Date) {
    self.problem = problem
    self.retryAt = retryAt
  }

  /// Seconds without an answer after which the picture counts as stale.
  private var longestSilence: Double { 3 * (interval / .seconds(1)) + 2 }

  /// Whole seconds between two moments; 0 when a clock went backwards.
  private func seconds(from start: Date?, to end: Date?) -> Int {
    guard let start, let end else { return 0 }
    let seconds = end.timeIntervalSince(start).rounded(.up)
    return seconds.isFinite ? Int(min(max(seconds, 0), 999_999)) : 0
  }
}
