import Migration

/// Looks at something again and again: how long, how often, and through which trouble.
package struct Polling: Equatable, Sendable {
  /// How long to go on; `nil` means until the end comes or the caller gives up.
  package var limit: Duration?
  /// The first pause between two looks; each pause is twice the one before.
  package var firstPause: Duration
  /// The longest pause.
  package var longestPause: Duration
  /// How long no look at all may succeed before that is an error; `nil` means up to `limit`.
  package var longestOutage: Duration?

  /// How long others than the service may answer in its place, before that is the answer.
  private static let longestStrangeness = Duration.seconds(30)

  /// A way to look; by default as often as a user notices.
  package init(
    limit: Duration?, firstPause: Duration = .milliseconds(150),
    longestPause: Duration = .seconds(3), longestOutage: Duration? = nil
  ) {
    self.limit = limit
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.longestOutage = longestOutage
  }

  /// Calls `look` until it returns a value.
  ///
  /// - Parameters:
  ///   - clock: What pauses are measured with.
  ///   - look: Looks once; `nil` when it is too early.
  /// - Returns: The value, or `nil` when the time is over.
  /// - Throws: ``APIProblem``: what `look` throws, unless it is an outage that passes; one of kind
  ///   ``APIProblem/Kind/cancelled`` when the caller gives up.
  func callAsFunction<Value, C: Clock<Duration>>(
    on clock: C, _ look: () async throws(APIProblem) -> Value?
  ) async throws(APIProblem) -> Value? {
    let start = clock.now
    var lastAnswer = start
    var pause = firstPause
    while true {
      do {
        if let value = try await look() { return value }
        lastAnswer = clock.now
      } catch {
        // A look that fails says nothing about what was looked at; the next one may succeed.
        guard error.isPassing || error.isForeign else { throw error }
        if error.isForeign, lastAnswer.duration(to: clock.now) >= Self.longestStrangeness {
          throw error
        }
        if let longestOutage, lastAnswer.duration(to: clock.now) >= longestOutage { throw error }
      }
      var rest = pause
      if let limit {
        let left = limit - start.duration(to: clock.now)
        guard left > .zero else { return nil }
        rest = min(pause, left)
      }
      try await Self.sleep(rest, on: clock)
      pause = min(pause * 2, longestPause)
    }
  }

  static func sleep(
    _ duration: Duration, on clock: some Clock<Duration>
  ) async throws(APIProblem) {
    do {
      try await clock.sleep(for: duration)
    } catch {
      throw .calledOff
    }
  }
}

extension APIProblem {
  /// Whether the same look may succeed a moment later.
  var isPassing: Bool {
    switch kind {
    case .unreachable, .server, .throttled: true
    case .credentials, .wrongState, .notFound, .invalid, .unreadable, .cancelled: false
    }
  }

  /// Whether somebody else seems to have answered in the place of the service: a proxy, or whoever
  /// has its address for a while.
  ///
  /// It says nothing about what was asked for, so where the service has answered before, it may do
  /// so again.
  package var isForeign: Bool {
    guard kind == .invalid || kind == .unreadable, status != nil else { return false }
    return code.map { ServiceCode.gatewayNumber(of: $0) != nil } ?? true
  }
}
