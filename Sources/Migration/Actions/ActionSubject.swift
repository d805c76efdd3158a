package import FoundationEssentials

/// Something that actions are aimed at: a task or a group.
package protocol ActionSubject: Identifiable, Equatable, Sendable where ID: TargetID {
  /// Where it stands.
  associatedtype State: SubjectState

  /// Where it stands.
  var state: State { get }
  /// When the run began that it is in or was in last; `nil` when it never ran or nobody says.
  ///
  /// It tells one run from another.
  var startedAt: Date? { get }
  /// Where its objects come from.
  var source: StorageLocation { get }
  /// Where they go to.
  var destination: StorageLocation { get }
  /// The name that people know it by.
  var targetName: String { get }

  /// What one is called.
  static var noun: String { get }
  /// Whether an accepted deletion is over at once, rather than something to wait for.
  static var vanishesAtOnce: Bool { get }
}

/// A state of something that actions are aimed at.
package protocol SubjectState: Hashable, Sendable {
  /// The word that users see.
  var word: String { get }
  /// Whether nothing of it runs or is about to, until somebody starts it again.
  var isFinished: Bool { get }
  /// Whether objects may be on the move.
  var isMoving: Bool { get }
  /// Whether a stop was accepted and is not over.
  var isStopping: Bool { get }

  /// Stopped by a user.
  static var stopped: Self { get }
}

extension ActionSubject {
  /// It, as a target.
  package var target: ActionTarget<ID> { ActionTarget(id: id, name: targetName) }
}

extension MigrationTask: ActionSubject {
  package var targetName: String { name }
  package static let noun = "task"
  package static let vanishesAtOnce = true
}

extension TaskState: SubjectState {
  package var isStopping: Bool { self == .stopping }
}

extension TaskGroup: ActionSubject {
  package var targetName: String { settings.description }
  package static let noun = "group"
  package static let vanishesAtOnce = false
}

extension TaskGroupState: SubjectState {
  package var isMoving: Bool { self == .creating || self == .running || self == .stopping }
  package var isStopping: Bool { self == .stopping }
}
