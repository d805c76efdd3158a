package import FoundationEssentials
package import Migration

/// How the service answers, and with that how far the screen can be trusted.
///
/// Ages are counted on a clock that only goes forwards.
package struct Link: Equatable, Sendable {
  /// The word in the header.
  package enum Freshness: Equatable, Sendable {
    /// Nothing was answered yet.
    case connecting
    /// What is shown was so this many seconds ago at most, which is young enough.
    case live(seconds: Int)
    /// A user stopped the updates.
    case paused
    /// What is shown is this many seconds old, which is too old.
    case stale(seconds: Int)
    /// The last try failed; the next one is in this many seconds.
    case offline(retryIn: Int)
  }

  /// The time between two refreshes.
  package internal(set) var interval: Duration
  /// Whether a user stopped the updates.
  package internal(set) var isPaused = false
  /// Whether pages of the list are still on their way.
  package private(set) var isLoading = true
  /// What could not be read when it was last asked for.
  package private(set) var missing: TaskSnapshot.Missing?
  /// The latest date that is known of.
  package private(set) var date: Date?

  /// The date at which the service was heard last; `nil` before the first answer.
  private(set) var toldAt: Date?
  /// When that was asked for which is shown.
  private var asOf: Duration?
  private var outage: TaskSnapshot.Outage?
  /// The latest moment that is known of, from the opening of the dashboard.
  private(set) var now = Duration.zero

  /// A service that was not asked yet.
  init(interval: Duration) {
    self.interval = interval
  }

  /// Why the last try failed, until one succeeds.
  package var problem: APIProblem? { outage?.problem }

  /// The word in the header.
  package var freshness: Freshness {
    if isPaused { return .paused }
    if let outage { return .offline(retryIn: seconds(outage.retryAt - now)) }
    guard let asOf else { return .connecting }
    let age = now - asOf
    return age > longestAge ? .stale(seconds: seconds(age)) : .live(seconds: seconds(age))
  }

  /// When the header says something else, unless something is heard before; `nil` while that does not
  /// change by itself.
  var changesAt: Duration? {
    if isPaused { return nil }
    if let outage {
      let left = seconds(outage.retryAt - now)
      return left > 0 ? outage.retryAt - .seconds(left - 1) : nil
    }
    guard let asOf else { return nil }
    let age = seconds(now - asOf)
    let older = age < Self.mostSeconds ? asOf + .seconds(age) + .milliseconds(1) : nil
    guard case .live = freshness else { return older }
    let stale = asOf + longestAge + .milliseconds(1)
    return showsAge ? older.map { min($0, stale) } : stale
  }

  /// Whether what is shown may no longer be so.
  package var isDoubtful: Bool {
    switch freshness {
    case .connecting, .live, .paused: false
    case .stale, .offline: true
    }
  }

  /// Whether the age of what is live says something: the header has no room for what is obvious.
  package var showsAge: Bool { interval > .seconds(2) }

  /// Whether the service was heard so long ago that somebody may have stopped looking.
  func isLongAgo(at date: Date) -> Bool {
    toldAt.map { date.timeIntervalSince($0) >= 60 } ?? false
  }

  mutating func pass(_ moment: Moment) {
    date = moment.date
    now = max(now, moment.elapsed)
  }

  /// Takes over what another link knows of the time.
  mutating func takeTime(of other: Link) {
    date = other.date ?? date
    now = max(now, other.now)
  }

  /// Forgets how the service answered, which is asked anew, but not how old what is known is.
  mutating func reopen() {
    isLoading = true
    outage = nil
    missing = nil
  }

  mutating func learn(_ snapshot: TaskSnapshot) {
    pass(snapshot.moment)
    asOf = snapshot.asOf
    outage = snapshot.outage
    isLoading = snapshot.isLoading
    missing = snapshot.missing
    if outage == nil, asOf != nil { toldAt = snapshot.moment.date }
  }

  /// More are not told.
  private static let mostSeconds = 999_999

  /// The age from which what is shown counts as stale: a second and a half, or the interval that the
  /// user chose and the time that an answer may take.
  private var longestAge: Duration { max(.seconds(1.5), interval + .seconds(0.5)) }

  private func seconds(_ duration: Duration) -> Int {
    Int(min(max((duration / .seconds(1)).rounded(.up), 0), Double(Self.mostSeconds)))
  }
}
