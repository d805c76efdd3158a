import FoundationEssentials

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
