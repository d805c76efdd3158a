/// What tasks need of a person: states that need the same, those first that need a person most.
package enum Attention: Int, CaseIterable, Hashable, Sendable {
  case failed, moving, waiting, stopped, succeeded, unknown

  /// The state that these tasks are in, or come from or go to.
  package var state: TaskState {
    switch self {
    case .failed: .failed
    case .moving: .running
    case .waiting: .waiting
    case .stopped: .stopped
    case .succeeded: .succeeded
    case .unknown: .unknown(-1)
    }
  }
}

extension TaskState {
  /// What a task in this state needs of a person.
  package var attention: Attention {
    switch self {
    case .failed: .failed
    case .running, .retrying, .stopping: .moving
    case .waiting, .initialising: .waiting
    case .stopped: .stopped
    case .succeeded: .succeeded
    case .unknown: .unknown
    }
  }
}

extension TaskFacts {
  /// Why a failed task has failed; `nil` for any other task, and where the service does not say or
  /// its code is not known.
  package var causeOfFailure: TaskFailure.Cause? {
    state == .failed ? outcome.failure?.meaning?.cause : nil
  }
}
