/// Something that a user asks to be done to a task.
package enum TaskAction: Equatable, Hashable, Sendable {
  /// Stop it while it runs.
  case stop
  /// Remove it; refused while it runs.
  case delete
  /// Stop it if it runs, wait until it has stopped, remove it.
  case stopThenDelete
  /// Resume a stopped task or run a failed one again.
  case start(failedOnly: Bool)

  /// The word for prompts, the journal and JSON.
  package var verb: String {
    switch self {
    case .stop: "stop"
    case .delete, .stopThenDelete: "delete"
    case .start: "start"
    }
  }
}

/// A step of carrying out an action, in the order they happen.
package enum ActionStep: Equatable, Hashable, Sendable {
  /// The stop is being sent.
  case stopping
  /// The stop was accepted; polling until the task has stopped.
  case waitingUntilStopped
  /// The delete is being sent.
  case deleting
  /// The delete was accepted; polling until the group is gone.
  case waitingUntilGone
  /// The start is being sent.
  case starting

  /// The step as a part of a plan: `stop, wait until stopped, delete`.
  package var plan: String {
    switch self {
    case .stopping: "stop"
    case .waitingUntilStopped: "wait until stopped"
    case .deleting: "delete"
    case .waitingUntilGone: "wait until gone"
    case .starting: "start"
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
    }
  }
}
