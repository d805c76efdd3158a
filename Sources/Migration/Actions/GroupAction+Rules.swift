extension GroupAction {
  /// Why this action is refused for a group in `state`, or `nil` when it may be tried.
  ///
  /// Follows section 5 of the v2 reference. An unknown state allows nothing: what it means is
  /// unknown, so whether an action is safe is unknown too.
  package func refusal(in state: TaskGroupState) -> Refusal? {
    if case .unknown(let code) = state {
      return Refusal(
        code: "OMS.1036",
        sentence: "its state \(code) is not one this version knows; nothing was sent")
    }
    switch self {
    case .stop: return stopRefusal(in: state)
    case .delete: return deleteRefusal(in: state)
    case .stopThenDelete: return nil
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
      Refusal(
        code: "OMS.1036", sentence: "it is \(state.phrase); stop it first, or stop and delete it")
    case .stopping:
      Refusal(code: "OMS.1036", sentence: "it is still stopping; delete it once it has stopped")
    case .waiting, .stopped, .creationFailed, .failed, .succeeded, .waitingForDeletion, .deleting,
      .unknown:
      nil
    }
  }
}

extension TaskGroupState {
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
