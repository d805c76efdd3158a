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
  /// The stop was sent.
  case stopping
  /// The stop was accepted; polling until the task has stopped.
  case waitingUntilStopped
  /// The delete was sent.
  case deleting
  /// The start was sent.
  case starting
}

/// How an action on one task ended.
///
/// The raw value is the contract's word in JSON.
package enum ActionOutcome: String, Equatable, Hashable, Sendable {
  /// What was asked for is so; also when it was so already.
  case done
  /// The service accepted it; the effect was not waited for.
  case accepted
  /// The task's state does not allow it; nothing was changed.
  case refused
  /// The call went wrong.
  case failed
  /// It was not tried, because of an earlier failure or a cancellation.
  case skipped
}

/// What became of one task.
package struct ActionResult: Equatable, Sendable {
  /// The task.
  package var id: TaskID
  /// Its name, as far as it is known.
  package var name: String
  /// How it ended.
  package var outcome: ActionOutcome
  /// Why it was refused, failed or skipped; `nil` otherwise.
  package var problem: APIProblem?
  /// A remark about a success, such as "was already stopped".
  package var remark: String?

  /// A result for one task.
  package init(
    id: TaskID, name: String, outcome: ActionOutcome, problem: APIProblem? = nil,
    remark: String? = nil
  ) {
    self.id = id
    self.name = name
    self.outcome = outcome
    self.problem = problem
    self.remark = remark
  }
}
