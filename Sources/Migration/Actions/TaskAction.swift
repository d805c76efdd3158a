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
  /// Replace its speed limits; none means no limit.
  case limit([BandwidthWindow])
}

extension TaskAction: JudgedAction {
  package typealias Subject = MigrationTask

  package var verb: String {
    switch self {
    case .stop: "stop"
    case .delete, .stopThenDelete: "delete"
    case .start: "start"
    case .limit: "bandwidth"
    }
  }

  package var consequence: Consequence {
    switch self {
    case .stop: .keysNeededAgain
    case .delete, .stopThenDelete: .deletion
    case .start: .replacement
    case .limit: .newLimits
    }
  }

  package var wantsAbsence: Bool {
    switch self {
    case .delete, .stopThenDelete: true
    case .stop, .start, .limit: false
    }
  }

  package var needsKeys: Bool {
    switch self {
    case .start: true
    case .stop, .delete, .stopThenDelete, .limit: false
    }
  }

  // A repeated request is no error: what was asked for is so.
  package func settled(
    on task: MigrationTask, waits: Bool
  ) -> (ActionOutcome, ActionRemark)? {
    switch self {
    case .stop where task.state == .stopped: (.done, .stoppedAlready)
    case .stop where task.state == .stopping && !waits: (.accepted, .stoppingAlready)
    case .limit(let windows) where task.settings.bandwidth == windows && task.state != .succeeded:
      (.done, .limitedAlready)
    case .stop, .delete, .stopThenDelete, .start, .limit: nil
    }
  }

  package func steps(in state: TaskState, waits: Bool) -> [ActionStep] {
    switch self {
    case .stop where state == .stopping: [.waitingUntilStopped]
    case .stop: waits ? [.stopping, .waitingUntilStopped] : [.stopping]
    case .delete: [.deleting]
    case .stopThenDelete where state == .stopping: [.waitingUntilStopped, .deleting]
    case .stopThenDelete where state.isMoving: [.stopping, .waitingUntilStopped, .deleting]
    case .stopThenDelete: [.deleting]
    case .start: [.starting]
    case .limit: [.limiting]
    }
  }

  // v1 shows a task that is stopping as running, and refuses a second stop with this code.
  package func meansStopping(_ refusal: APIProblem) -> Bool {
    refusal.code.flatMap(ServiceCode.number(ofServiceCode:)) == 66
  }

  package func applied(to task: MigrationTask) -> MigrationTask {
    guard case .limit(let windows) = self else { return task }
    var task = task
    task.settings.bandwidth = windows
    return task
  }
}
