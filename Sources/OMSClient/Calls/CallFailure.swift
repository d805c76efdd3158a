import FoundationEssentials
import Migration
import OMSWire

/// A call that brought no success, with all that decides whether it is sent again.
struct CallFailure: Error, Sendable {
  /// How far the call came.
  enum Arrival: Sendable {
    /// It is certain that nothing that could have an effect was sent.
    case never
    /// It was sent at least in part, and nobody said what became of it.
    case perhaps
    /// It was answered.
    case answered
  }

  /// What the user is told.
  var problem: APIProblem
  /// How far the call came.
  var arrival: Arrival
  /// What the reference says about sending it again.
  var advice = ErrorCatalogue.Repeat.no
  /// Why the credentials were refused; `nil` when they were not.
  var refusal: CredentialRefusal?
  /// Whether an answer came that leaves open what became of the call.
  var leavesDoubt = false
  /// The pause that the service asks for.
  var retryAfter: Duration?
  /// How far the service's clock is ahead of ours; `nil` when it did not say.
  var clockDifference: Duration?
  /// What has to be put right before the call is sent again, where that may help.
  var repair: CredentialRefusal.Repair?

  /// Whether it was sent, and its connection may have been dead.
  var isSilence = false

  /// Whether the service's or gateway's word is that there were too many calls.
  var isThrottling: Bool { problem.status == 429 }

  /// The problem of `call`, with a warning when the call may have been carried out all the same.
  func problem(of call: APICall) -> APIProblem {
    switch call.repeatability {
    case .read: problem
    case .idempotent, .once: isDoubtful ? problem.withDoubt : problem
    }
  }

  private var isDoubtful: Bool {
    switch arrival {
    case .never: false
    case .perhaps: true
    case .answered: leavesDoubt || problem.kind == .unreadable
    }
  }
}

extension CallFailure {
  /// A call that was called off.
  static func cancelled(_ endpoint: Endpoint, arrival: Arrival) -> CallFailure {
    CallFailure(
      problem: APIProblem(.call(endpoint, .calledOff), kind: .cancelled),
      arrival: arrival)
  }

  /// A call that would have shown a secret to others.
  static func openSecret(_ endpoint: Endpoint) -> CallFailure {
    CallFailure(problem: APIProblem(.call(endpoint, .openSecret), kind: .invalid), arrival: .never)
  }

  /// A call that had no answer within `deadline`.
  static func late(_ endpoint: Endpoint, _ deadline: Duration, arrival: Arrival) -> CallFailure {
    CallFailure(
      problem: APIProblem(.call(endpoint, .silent(after: deadline)), kind: .unreachable),
      arrival: arrival)
  }
}
