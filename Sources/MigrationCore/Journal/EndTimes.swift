package import FoundationEssentials
package import Migration

/// When tasks were seen to end, as the API does not tell it.
package struct EndTimes: Sendable {
  private let ends: [TaskID: SeenRecord]

  /// The times that `log` has of the tasks of a profile; none where it cannot be read.
  package init(_ log: SeenLog, on profile: String) {
    ends = (try? log.ends(on: profile)) ?? [:]
  }

  /// When the run ended that `task` was in last; `nil` when it has not, or nobody saw it.
  package func end(of task: MigrationTask) -> Date? {
    guard task.state.isFinished, let record = ends[task.id] else { return nil }
    // Lines tell whole seconds.
    if let run = record.run, let start = task.startedAt,
      abs(run.timeIntervalSince(start)) >= 1
    {
      return nil
    }
    return record.at
  }
}
