/// Something that a user asks to be done to a synchronisation task.
package enum SyncAction: Equatable, Hashable, Sendable {
  /// Stop it: changes at the source are no longer followed.
  case stop
  /// Remove it; refused while it follows its source.
  case delete
  /// Stop it if it runs, wait until it has stopped, remove it.
  case stopThenDelete
  /// Let a stopped one follow its source again.
  case start
}

extension SyncAction: JudgedAction {
  package typealias Subject = SyncTask

  package var verb: String {
    switch self {
    case .stop: "stop"
    case .delete, .stopThenDelete: "delete"
    case .start: "start"
    }
  }

  package var consequence: Consequence {
    switch self {
    case .stop: .syncStops
    case .delete, .stopThenDelete: .deletion
    case .start: .replacement
    }
  }

  package var wantsAbsence: Bool {
    switch self {
    case .delete, .stopThenDelete: true
    case .stop, .start: false
    }
  }

  package var needsKeys: Bool { self == .start }

  /// Why this action is refused in `state`, or `nil` when it may be tried: section 6 of the v2
  /// reference.
  package func refusal(in state: SyncTaskState) -> Refusal? {
    switch (self, state) {
    case (_, .unknown(let word)): Refusal(code: "OMS.0064", reason: .unknownSyncState(word))
    case (.delete, .synchronising): Refusal(code: "OMS.0063", reason: .running)
    case (.start, .synchronising): Refusal(code: "OMS.0065", reason: .syncNotStopped)
    case (.stop, _), (.delete, .stopped), (.stopThenDelete, _), (.start, .stopped): nil
    }
  }

  package func settled(
    on task: SyncTask, waits: Bool
  ) -> (ActionOutcome, ActionRemark)? {
    self == .stop && task.state == .stopped ? (.done, .stoppedAlready) : nil
  }

  package func steps(in state: SyncTaskState, waits: Bool) -> [ActionStep] {
    switch self {
    case .stop: waits ? [.stopping, .waitingUntilStopped] : [.stopping]
    case .delete: [.deleting]
    case .stopThenDelete where state == .stopped: [.deleting]
    case .stopThenDelete: [.stopping, .waitingUntilStopped, .deleting]
    case .start: [.starting]
    }
  }

  // There is no state between following and stopped, so a refused stop says what it says.
  package func meansStopping(_ refusal: APIProblem) -> Bool { false }
}
