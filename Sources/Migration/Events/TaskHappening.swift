import FoundationEssentials

/// Something that happened to a task, as far as two looks at it show.
///
/// The raw value is the word that users see and type.
package enum TaskHappening: String, Hashable, Sendable, CaseIterable {
  /// Its objects began to move, for the first time or again.
  case started
  /// It ended well.
  case finished
  /// It ended with an error or with failed objects.
  case failed
  /// A user stopped it.
  case stopped
  /// It is no longer there.
  case gone
  /// It is under way, and nothing of it has moved for a while; see ``Stalls``.
  case stalled
  /// It is under way, and should have ended by now; see ``Lateness``.
  case late

  /// What happened between two looks at one task, in the order in which it happened.
  ///
  /// A run that began and ended between the looks is told by both, and so is one that took the place
  /// of an earlier run with the same end. What came and went without a trace is not known to anybody.
  ///
  /// - Parameters:
  ///   - old: The task at the earlier look; `nil` when it was not there.
  ///   - new: The task at the later look; `nil` when it is no longer there.
  /// - Returns: The happenings but `stalled` and `late`, which need the time; empty when there is
  ///   nothing to tell.
  package static func between(
    _ old: MigrationTask?, _ new: MigrationTask?
  ) -> [TaskHappening] {
    guard let new else { return old == nil ? [] : [.gone] }
    let isAnotherRun = isAnotherRun(old, new)
    let end = end(in: new.state)
    let hasEnded = end != nil && (isAnotherRun || old?.state != new.state)
    let wasUnderWay = old.map { $0.state.isMoving } ?? false
    // A task that waits can be stopped, or can fail, without ever having begun.
    let hasBegun =
      isAnotherRun || !wasUnderWay && (new.state.isMoving || hasEnded && end == .finished)
    return (hasBegun ? [.started] : []) + (hasEnded ? [end].compactMap(\.self) : [])
  }

  private static func isAnotherRun(_ old: MigrationTask?, _ new: MigrationTask) -> Bool {
    guard let started = new.startedAt else { return false }
    guard let old else { return true }
    // A service that tells late when a task began tells of no other run.
    return old.startedAt.map { $0 < started } ?? !old.state.isMoving
  }

  private static func end(in state: TaskState) -> TaskHappening? {
    switch state {
    case .succeeded: .finished
    case .failed: .failed
    case .stopped: .stopped
    case .initialising, .waiting, .running, .retrying, .stopping, .unknown: nil
    }
  }
}
