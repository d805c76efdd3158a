import OMSWire

/// Decides whether a call that failed is sent again, and when.
struct RetryPolicy: Sendable {
  /// What becomes of a call that failed.
  enum Decision: Equatable, Sendable {
    /// It has failed.
    case giveUp
    /// It is sent again after a pause.
    case pause(Duration)
    /// It is sent again once this has been put right.
    case repair(CredentialRefusal.Repair)
  }

  /// What has happened to a call so far.
  struct Progress: Sendable {
    /// How often it was sent, from 1.
    var attempts = 1
    /// What was put right already; each thing only once.
    var repairs: Set<CredentialRefusal.Repair> = []
    /// The time until its deadline.
    var timeLeft: Duration
  }

  /// How often a call is sent at most.
  var mostAttempts = 4
  /// The most of the first pause; each further one may be twice as long.
  var firstPause = Duration.milliseconds(200)
  /// The most of any pause that the service did not ask for.
  var longestPause = Duration.seconds(5)
  /// The least pause after a word about too many calls.
  var throttledPause = Duration.seconds(2)

  /// What becomes of a call after `failure`.
  ///
  /// - Parameters:
  ///   - failure: What happened to it last.
  ///   - repeatability: Whether it may be sent again when its fate is not known.
  ///   - progress: What happened to it so far.
  ///   - random: A number from 0 up to 1, not 1 itself: pauses are spread over their whole length,
  ///     so that callers who failed together do not come back together.
  /// - Returns: The decision.
  func decision(
    after failure: CallFailure, _ repeatability: APICall.Repeatability, _ progress: Progress,
    random: Double
  ) -> Decision {
    switch failure.advice {
    case .no, .fix, .hours: return .giveUp
    case .once:
      // What was refused for its credentials has had no effect, so this is safe for every call.
      guard let repair = failure.repair, !progress.repairs.contains(repair) else { return .giveUp }
      return .repair(repair)
    case .wait:
      guard progress.attempts < mostAttempts, isSafe(failure, repeatability) else { return .giveUp }
      let pause = pause(after: failure, attempts: progress.attempts, random: random)
      return pause < progress.timeLeft ? .pause(pause) : .giveUp
    }
  }

  private func isSafe(_ failure: CallFailure, _ repeatability: APICall.Repeatability) -> Bool {
    switch repeatability {
    case .read, .idempotent: true
    case .once: failure.arrival == .never || failure.isThrottling
    }
  }

  private func pause(after failure: CallFailure, attempts: Int, random: Double) -> Duration {
    let most = min(firstPause * (1 << min(attempts - 1, 20)), longestPause)
    let own =
      failure.isThrottling
      ? throttledPause + (longestPause - throttledPause) * random : most * random
    return max(own, failure.retryAfter ?? .zero)
  }
}
