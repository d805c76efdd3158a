package import FoundationEssentials

extension SyncTask: ActionSubject {
  /// When it was last started.
  package var startedAt: Date? { lastStartedAt }
  package var targetName: String { settings.description }
  package static let noun = "sync task"
  package static let vanishesAtOnce = true
}

extension SyncTaskState: SubjectState {
  /// The word that users see.
  package var word: String {
    switch self {
    case .synchronising: "synchronising"
    case .stopped: "stopped"
    case .unknown: "unknown"
    }
  }

  package var isFinished: Bool { self == .stopped }
  package var isMoving: Bool { self == .synchronising }
  package var isStopping: Bool { false }
}

extension SyncTaskID: TargetID {}

/// A synchronisation task that an action is aimed at; it has no name, so the description stands for
/// it.
package typealias SyncTarget = ActionTarget<SyncTaskID>

/// A synchronisation task as it was read again.
package typealias SyncReading = Reading<SyncTask>
