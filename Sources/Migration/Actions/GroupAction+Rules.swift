extension GroupAction {
  /// Why this action is refused for a group in `state`, or `nil` when it may be tried.
  ///
  /// Follows section 5 of the v2 reference. An unknown state allows nothing: what it means is
  /// unknown, so whether an action is safe is unknown too.
  package func refusal(in state: TaskGroupState) -> Refusal? {
    if case .unknown(let code) = state {
      return Refusal(
        code: "OMS.1036",
        reason: .unknownState(code))
    }
    switch self {
    case .stop: return stopRefusal(in: state)
    case .delete: return deleteRefusal(in: state)
    case .stopThenDelete: return nil
    case .start:
      guard state != .stopped else { return nil }
      return Refusal(code: "OMS.1039", reason: .groupNotStopped(state))
    case .retry:
      guard !state.canBeRetried else { return nil }
      return Refusal(code: "OMS.1040", reason: .groupNotFailed(state))
    case .limit:
      return state == .succeeded || state.isLeaving
        ? Refusal(code: "OMS.0086", reason: .limitsFixed) : nil
    }
  }

  private func stopRefusal(in state: TaskGroupState) -> Refusal? {
    switch state {
    case .creating, .running: nil
    case .stopping: Refusal(code: "OMS.1038", reason: .stopping)
    case .waiting:
      Refusal(code: "OMS.1038", reason: .groupWaiting)
    case .stopped, .creationFailed, .failed, .succeeded, .waitingForDeletion, .deleting, .unknown:
      Refusal(code: "OMS.1038", reason: .groupNothingToStop(state))
    }
  }

  private func deleteRefusal(in state: TaskGroupState) -> Refusal? {
    switch state {
    case .creating, .running:
      Refusal(
        code: "OMS.1036", reason: .groupRunning(state))
    case .stopping:
      Refusal(code: "OMS.1036", reason: .stillStopping)
    case .waiting, .stopped, .creationFailed, .failed, .succeeded, .waitingForDeletion, .deleting,
      .unknown:
      nil
    }
  }
}

extension TaskGroupState {
  /// Whether it can be run again.
  package var canBeRetried: Bool { self == .failed || self == .creationFailed }
}
