/// A step of carrying out an action.
package enum ActionStep: Equatable, Hashable, Sendable, CaseIterable {
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

  /// What the journal calls the step when it is one of `action`.
  package func verb(of action: some JudgedAction) -> String {
    switch self {
    case .stopping: "stop"
    case .deleting: "delete"
    case .starting, .limiting, .waitingUntilStopped, .waitingUntilGone: action.verb
    }
  }
}
