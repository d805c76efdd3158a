import FoundationEssentials

/// The time that calls are measured and bounded by, which tests can move.
struct CallClock: Sendable {
  /// The time that has passed since this clock was made.
  let now: @Sendable () -> Duration
  /// Sleeps until so much time has passed since this clock was made; throws when cancelled.
  let sleep: @Sendable (_ until: Duration) async throws -> Void
  /// The date, for signatures and sentences.
  package let date: @Sendable () -> Date

  /// The time of `clock`, and the date of `date`.
  init(_ clock: some Clock<Duration>, date: @escaping @Sendable () -> Date = { Date() }) {
    let origin = clock.now
    now = { origin.duration(to: clock.now) }
    sleep = { try await clock.sleep(until: origin.advanced(by: $0), tolerance: nil) }
    self.date = date
  }
}
