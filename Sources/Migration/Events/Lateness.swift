import FoundationEssentials

/// Which tasks take longer than they were expected to.
///
/// What is expected is the longest estimate that the service gives within the first minute: the first
/// one is made of a speed that has just begun. A task is late when half as much time again is over,
/// and a minute at least.
package struct Lateness: Sendable {
  private struct Expectation {
    var startedAt: Date?
    var madeAt: Duration
    var end: Duration
    var isTold = false

    var latest: Duration { end + max(.seconds(60), (end - madeAt) / 2) }
  }

  private static let firstMinute = Duration.seconds(60)

  private var expectations: [TaskID: Expectation] = [:]

  /// Nothing is expected yet.
  package init() {}

  /// Takes in a task as it was seen.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - now: When it was seen, on a clock that only goes forwards.
  /// - Returns: Whether it has become late just now; each run is told once.
  package mutating func look(at task: MigrationTask, now: Duration) -> Bool {
    guard task.state == .running || task.state == .retrying else {
      expectations[task.id] = nil
      return false
    }
    // While the source is being listed, nobody knows how much there will be to do.
    let end = task.isScanned == false ? nil : task.timeLeft.map { now + $0 }
    guard var known = expectations[task.id], known.startedAt == task.startedAt else {
      expectations[task.id] = end.map {
        Expectation(startedAt: task.startedAt, madeAt: now, end: $0)
      }
      return false
    }
    if let end, now - known.madeAt < Self.firstMinute { known.end = max(known.end, end) }
    let isLateNow = !known.isTold && now >= known.latest
    known.isTold = known.isTold || isLateNow
    expectations[task.id] = known
    return isLateNow
  }

  /// Forgets a task that is gone.
  package mutating func forget(_ id: TaskID) { expectations[id] = nil }
}
