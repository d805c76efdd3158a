/// Something that a user asks to be done to a task group.
package enum GroupAction: Equatable, Hashable, Sendable {
  /// Stop it, with all of its tasks.
  case stop
  /// Remove it, with all of its tasks; refused while it runs.
  case delete
  /// Resume a stopped group.
  case start
  /// Run a failed group again.
  case retry(failedOnly: Bool)
}

/// Follows section 5 of the v2 reference.
///
/// An unknown state allows nothing: what it means is unknown, so whether an action is safe is unknown
/// too.
extension GroupAction: JudgedAction {
  package typealias Subject = TaskGroup

  package var verb: String {
    switch self {
    case .stop: "stop"
    case .delete: "delete"
    case .start: "start"
    case .retry: "retry"
    }
  }

  package var consequence: String {
    switch self {
    case .stop: "All of its tasks stop. Objects that have arrived stay."
    case .delete:
      "Its tasks are deleted with it, which cannot be undone. Objects that have arrived stay."
    case .start, .retry: "Objects at the destination may be replaced."
    }
  }

  package var wantsAbsence: Bool { self == .delete }

  package func settled(in state: TaskGroupState) -> String? {
    self == .stop && state == .stopped ? "it is stopped already" : nil
  }

  package func steps(in state: TaskGroupState, waits: Bool) -> [ActionStep] {
    switch self {
    case .stop: waits ? [.stopping, .waitingUntilStopped] : [.stopping]
    case .delete where state.isLeaving: waits ? [.waitingUntilGone] : []
    case .delete: waits ? [.deleting, .waitingUntilGone] : [.deleting]
    case .start, .retry: [.starting]
    }
  }

  package func refusal(in state: TaskGroupState) -> Refusal? {
    if case .unknown(let code) = state {
      return Refusal(
        code: "OMS.1036",
        sentence: "its state \(code) is not one this version knows; nothing was sent")
    }
    switch self {
    case .stop: return stopRefusal(in: state)
    case .delete: return deleteRefusal(in: state)
    case .start:
      guard state != .stopped else { return nil }
      let advice = state.canBeRetried ? "retry it instead" : "only a stopped group can be started"
      return Refusal(code: "OMS.1039", sentence: "it is \(state.phrase); \(advice)")
    case .retry:
      guard !state.canBeRetried else { return nil }
      let advice =
        state == .stopped ? "start it instead" : "only a group that failed can be run again"
      return Refusal(code: "OMS.1040", sentence: "it is \(state.phrase); \(advice)")
    }
  }

  private func stopRefusal(in state: TaskGroupState) -> Refusal? {
    switch state {
    case .creating, .running: nil
    case .stopping: Refusal(code: "OMS.1038", sentence: "it is stopping already; wait for it")
    case .waiting:
      Refusal(code: "OMS.1038", sentence: "it is waiting; stop it once its tasks run")
    case .stopped, .creationFailed, .failed, .succeeded, .waitingForDeletion, .deleting, .unknown:
      Refusal(code: "OMS.1038", sentence: "it is \(state.phrase); there is nothing to stop")
    }
  }

  private func deleteRefusal(in state: TaskGroupState) -> Refusal? {
    switch state {
    case .creating, .running:
      Refusal(code: "OMS.1036", sentence: "it is \(state.phrase); stop it first")
    case .stopping:
      Refusal(code: "OMS.1036", sentence: "it is still stopping; delete it once it has stopped")
    case .waiting, .stopped, .creationFailed, .failed, .succeeded, .waitingForDeletion, .deleting,
      .unknown:
      nil
    }
  }
}

extension TaskGroupState {
  /// Whether a deletion has been accepted.
  package var isLeaving: Bool { self == .waitingForDeletion || self == .deleting }

  /// Whether nothing of it runs or is about to, until somebody starts it again.
  package var isFinished: Bool {
    switch self {
    case .stopped, .creationFailed, .failed, .succeeded, .waitingForDeletion, .deleting: true
    case .waiting, .creating, .running, .stopping, .unknown: false
    }
  }

  fileprivate var canBeRetried: Bool { self == .failed || self == .creationFailed }

  /// The state as it follows "it is".
  fileprivate var phrase: String {
    switch self {
    case .creating: "making its tasks"
    case .creationFailed: "failed, as its tasks could not be made"
    case .waitingForDeletion, .deleting: "being deleted"
    case .waiting, .running, .stopped, .failed, .succeeded, .stopping, .unknown: word
    }
  }
}
