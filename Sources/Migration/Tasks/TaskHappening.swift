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

  /// What happened between two looks at one task, in the order in which it happened.
  ///
  /// A run that began and ended between the looks is told by both, and so is one that took the place
  /// of an earlier run with the same end. What came and went without a trace is not known to anybody.
  ///
  /// - Parameters:
  ///   - old: The task at the earlier look; `nil` when it was not there.
  ///   - new: The task at the later look; `nil` when it is no longer there.
  /// - Returns: The happenings but `stalled`, which needs the time; empty when there is nothing to
  ///   tell.
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

/// Since when nothing has moved, for each task that is under way.
package struct Stalls: Sendable {
  private struct Mark: Equatable {
    var completedBytes: ByteCount
    var objects: ObjectCounts
    var totalBytes: ByteCount
    var startedAt: Date?
  }

  /// How long a task has to stand still before it counts as stalled.
  package let limit: Duration

  private var marks: [TaskID: (mark: Mark, since: Duration, isTold: Bool)] = [:]

  /// Nothing is known yet.
  package init(limit: Duration = .seconds(60)) {
    self.limit = limit
  }

  /// Takes in a task as it was seen.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - now: When it was seen, on a clock that only goes forwards.
  /// - Returns: Whether it has stalled just now; each time that it does so is told once.
  package mutating func look(at task: MigrationTask, now: Duration) -> Bool {
    guard task.state == .running || task.state == .retrying else {
      marks[task.id] = nil
      return false
    }
    let mark = Mark(
      completedBytes: task.completedBytes, objects: task.objects, totalBytes: task.totalBytes,
      startedAt: task.startedAt)
    guard let known = marks[task.id], known.mark == mark else {
      marks[task.id] = (mark, now, false)
      return false
    }
    guard !known.isTold, now - known.since >= limit else { return false }
    marks[task.id]?.isTold = true
    return true
  }

  /// How long nothing of a task has moved, up to `now`; `nil` when it is not under way.
  package func standstill(of id: TaskID, now: Duration) -> Duration? {
    marks[id].map { now - $0.since }
  }

  /// Forgets a task that is gone.
  package mutating func forget(_ id: TaskID) { marks[id] = nil }
}
