extension TaskAction {
  /// Why this action is refused for a task in `state`, or `nil` when it may be tried.
  ///
  /// Follows section 8 of the v1 reference. An unknown state allows nothing: what it means is
  /// unknown, so whether an action is safe is unknown too.
  package func refusal(in state: TaskState) -> Refusal? {
    if case .unknown(let code) = state {
      return Refusal(
        code: "OMS.0064",
        sentence: "its state \(code) is not one this version knows; nothing was sent")
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
    case .stopping: Refusal(code: "OMS.0066", sentence: "it is stopping already; wait for it")
    case .succeeded:
      Refusal(code: "OMS.0070", sentence: "it has succeeded; there is nothing to stop")
    case .stopped: Refusal(code: "OMS.0066", sentence: "it is stopped already")
    case .failed: Refusal(code: "OMS.0066", sentence: "it has failed; there is nothing to stop")
    case .initialising, .waiting, .unknown:
      Refusal(code: "OMS.0066", sentence: "it is \(state.word); only a running task can be stopped")
    }
  }

  private func deleteRefusal(in state: TaskState) -> Refusal? {
    switch state {
    case .running, .retrying:
      Refusal(code: "OMS.0063", sentence: "it is running; stop it first, or stop and delete it")
    case .stopping:
      Refusal(code: "OMS.0063", sentence: "it is still stopping; delete it once it has stopped")
    case .initialising, .waiting, .stopped, .failed, .succeeded, .unknown: nil
    }
  }

  private func startRefusal(in state: TaskState) -> Refusal? {
    switch state {
    case .stopped, .failed: nil
    case .succeeded:
      Refusal(
        code: "OMS.0070", sentence: "it has succeeded; create a new task to move what changed since"
      )
    case .initialising, .waiting, .running, .retrying, .stopping, .unknown:
      Refusal(
        code: "OMS.0065",
        sentence: "it is \(state.word); only a stopped or failed task can be started")
    }
  }

  private func limitRefusal(in state: TaskState) -> Refusal? {
    state == .succeeded
      ? Refusal(
        code: "OMS.0086", sentence: "it has succeeded; its speed limits cannot be changed any more")
      : nil
  }
}
