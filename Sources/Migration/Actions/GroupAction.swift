/// Something that a user asks to be done to a task group.
package enum GroupAction: Equatable, Hashable, Sendable {
  /// Stop it, with all of its tasks.
  case stop
  /// Remove it, with all of its tasks; refused while it runs.
  case delete
  /// Stop it if it runs, wait until it has stopped, remove it.
  case stopThenDelete
  /// Resume a stopped group.
  case start
  /// Run a failed group again.
  case retry(failedOnly: Bool)
  /// Replace its speed limits; none means no limit.
  case limit([BandwidthWindow])
}

extension GroupAction: JudgedAction {
  package typealias Subject = TaskGroup

  package var verb: String {
    switch self {
    case .stop: "stop"
    case .delete, .stopThenDelete: "delete"
    case .start: "start"
    case .retry: "retry"
    case .limit: "bandwidth"
    }
  }

  package var consequence: Consequence {
    switch self {
    case .stop: .tasksStop
    case .delete, .stopThenDelete: .tasksDeleted
    case .start, .retry: .replacement
    case .limit: .newLimits
    }
  }

  package var wantsAbsence: Bool {
    switch self {
    case .delete, .stopThenDelete: true
    case .stop, .start, .retry, .limit: false
    }
  }

  package var needsKeys: Bool {
    switch self {
    case .start, .retry: true
    case .stop, .delete, .stopThenDelete, .limit: false
    }
  }

  package func settled(
    on group: TaskGroup, waits: Bool
  ) -> (ActionOutcome, ActionRemark)? {
    switch self {
    case .stop where group.state == .stopped: (.done, .stoppedAlready)
    case .stop where group.state == .stopping && !waits: (.accepted, .stoppingAlready)
    case .delete where group.state.isLeaving && !waits,
      .stopThenDelete where group.state.isLeaving && !waits:
      (.accepted, .leavingAlready)
    case .limit(let windows)
    where group.settings.bandwidth == windows && group.state != .succeeded:
      (.done, .limitedAlready)
    case .stop, .delete, .stopThenDelete, .start, .retry, .limit: nil
    }
  }

  package func steps(in state: TaskGroupState, waits: Bool) -> [ActionStep] {
    let deletion: [ActionStep] = waits ? [.deleting, .waitingUntilGone] : [.deleting]
    return switch self {
    case .stop where state == .stopping: [.waitingUntilStopped]
    case .stop: waits ? [.stopping, .waitingUntilStopped] : [.stopping]
    case .delete where state.isLeaving, .stopThenDelete where state.isLeaving: [.waitingUntilGone]
    case .delete: deletion
    case .stopThenDelete where state == .stopping: [.waitingUntilStopped] + deletion
    case .stopThenDelete where state.isMoving: [.stopping, .waitingUntilStopped] + deletion
    case .stopThenDelete: deletion
    case .start, .retry: [.starting]
    case .limit: [.limiting]
    }
  }

  package func applied(to group: TaskGroup) -> TaskGroup {
    guard case .limit(let windows) = self else { return group }
    var group = group
    group.settings.bandwidth = windows
    return group
  }

  // v2 shows a group that is stopping as such, so a refused stop says what it says.
  package func meansStopping(_ refusal: APIProblem) -> Bool { false }
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
}
