@testable import Migration

@testable import MigrationService

/// What somebody may rely on who has only the answers of the service.
struct Expectation {
  /// Whether the task is there.
  var isThere = true
  /// Whether a stop was acknowledged since the last start.
  var isStopped = false
  /// The run that it had when its last start was acknowledged; `nil` when nobody may rely on that.
  var startedAfter: Int?
  /// The limit that it has, in bytes a second; `nil` when nobody may rely on that.
  var limit: Int64? = 0
  /// How many objects were said to have arrived.
  var arrived: Int64 = 0

  /// What is wrong with `task`, if anything.
  func breach(by task: StoredTask?, of id: TaskID) -> String? {
    guard let task else {
      return isThere ? "task \(id) is gone though nobody has deleted it" : nil
    }
    if !isThere { return "task \(id) is there though its deletion was acknowledged" }
    if isStopped, task.state != .stopping, task.state != .stopped {
      return "task \(id) is \(task.state) though its stop was acknowledged"
    }
    if let startedAfter, task.state.isFinished, task.run.number == startedAfter,
      task.failure?.code != "TRF.0003"
    {
      return "task \(id) is \(task.state) and has never run since its start was acknowledged"
    }
    let limit = task.definition.bandwidth.first?.maxBandwidth.rawValue ?? 0
    if let wanted = self.limit, wanted != limit {
      return "task \(id) has the limit \(limit) and not \(wanted), which was acknowledged"
    }
    let counts = task.progress.objects
    if counts.succeeded < arrived {
      return "task \(id) has \(counts.succeeded) objects, and had \(arrived)"
    }
    if counts.succeeded + counts.failed + counts.skipped > counts.total {
      return "task \(id) has more objects that are done than objects: \(counts)"
    }
    if task.state == .succeeded, counts.total != counts.succeeded + counts.skipped {
      return "task \(id) has succeeded and does not add up: \(counts)"
    }
    return nil
  }
}
