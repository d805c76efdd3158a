/// A step of carrying out an action.
package enum ActionStep: Equatable, Hashable, Sendable {
  /// The stop is being sent.
  case stopping
  /// Looking until it has stopped.
  case waitingUntilStopped
  /// The delete is being sent.
  case deleting
  /// Looking until it is gone.
  case waitingUntilGone
  /// The start is being sent.
  case starting
  /// The new speed limits are being sent.
  case limiting

  /// Whether something is sent that changes something.
  package var isSent: Bool {
    switch self {
    case .stopping, .deleting, .starting, .limiting: true
    case .waitingUntilStopped, .waitingUntilGone: false
    }
  }

  /// The step as a part of a plan: `stop, wait until stopped, delete`.
  package var plan: String {
    switch self {
    case .stopping: "stop"
    case .waitingUntilStopped: "wait until stopped"
    case .deleting: "delete"
    case .waitingUntilGone: "wait until gone"
    case .starting: "start"
    case .limiting: "change the speed limits"
    }
  }

  /// What the journal calls the step when it is one of `action`.
  package func verb(of action: some JudgedAction) -> String {
    switch self {
    case .stopping: "stop"
    case .deleting: "delete"
    case .starting, .limiting, .waitingUntilStopped, .waitingUntilGone: action.verb
    }
  }

  /// The step as something that is going on.
  package var progress: String {
    switch self {
    case .stopping: "stopping"
    case .waitingUntilStopped: "waiting until stopped"
    case .deleting: "deleting"
    case .waitingUntilGone: "waiting until gone"
    case .starting: "starting"
    case .limiting: "changing the speed limits"
    }
  }
}

extension [ActionStep] {
  /// The steps as a plan, in one line.
  package var plan: String { isEmpty ? "change nothing" : map(\.plan).joined(separator: ", ") }
}
