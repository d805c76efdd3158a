extension TaskAction {
  /// Why this action is refused for a task in `state`, or `nil` when it may be tried.
  ///
  /// Follows section 8 of the v1 reference. An unknown state allows nothing: what it means is
  /// unknown, so whether an action is safe is unknown too.
  package func refusal(in state: TaskState) -> Refusal? {
    if case .unknown(let code) = state {
      return Refusal(
        code: "OMS.0064",
        reason: .unknownState(code))
    }
    switch self {
    case .stop: return stopRefusal(in: state)
    case .delete: return deleteRefusal(in: state)
    case .stopThenDelete: return nil
    case .start: return startRefusal(in: state)
    case .limit: return limitRefusal(in: state)
    }
  }

  private func stopRefusal(in state: TaskState) -> Refusal? {
    switch state {
    case .running, .retrying: nil
    case .stopping: Refusal(code: "OMS.0066", reason: .stopping)
    case .succeeded:
      Refusal(code: "OMS.0070", reason: .succeeded)
    case .stopped: Refusal(code: "OMS.0066", reason: .stopped)
    case .failed: Refusal(code: "OMS.0066", reason: .failed)
    case .initialising, .waiting, .unknown:
      Refusal(code: "OMS.0066", reason: .notRunning(state))
    }
  }

  private func deleteRefusal(in state: TaskState) -> Refusal? {
    switch state {
    case .running, .retrying:
      Refusal(code: "OMS.0063", reason: .running)
    case .stopping:
      Refusal(code: "OMS.0063", reason: .stillStopping)
    case .initialising, .waiting, .stopped, .failed, .succeeded, .unknown: nil
    }
  }

  private func startRefusal(in state: TaskState) -> Refusal? {
    switch state {
    case .stopped, .failed: nil
    case .succeeded:
      Refusal(
        code: "OMS.0070", reason: .succeededForGood
      )
    case .initialising, .waiting, .running, .retrying, .stopping, .unknown:
      Refusal(
        code: "OMS.0065",
        reason: .notStartable(state))
    }
  }

  private func limitRefusal(in state: TaskState) -> Refusal? {
    state == .succeeded
      ? Refusal(
        code: "OMS.0086", reason: .limitsFixed)
      : nil
  }
}
