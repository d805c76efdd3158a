import FoundationEssentials

/// A task group as `--output json` has it; what it shares with a task has the same names.
package struct TaskGroupSummary: Encodable, Sendable {
  private let group: TaskGroup

  /// The summary of `group`.
  package init(_ group: TaskGroup) {
    self.group = group
  }

  private struct Failure: Encodable {
    let code: String
    let message: String
  }

  private enum CodingKeys: String, CodingKey {
    case id, state, type, progress, speed, source, destination, error, description
    case stateCode = "state_code"
    case completedBytes = "completed_bytes"
    case totalBytes = "total_bytes"
    case succeededObjects = "succeeded_objects"
    case failedObjects = "failed_objects"
    case skippedObjects = "skipped_objects"
    case totalObjects = "total_objects"
    case totalTasks = "total_tasks"
    case createdTasks = "created_tasks"
    case waitingTasks = "waiting_tasks"
    case runningTasks = "running_tasks"
    case stoppedTasks = "stopped_tasks"
    case failedTasks = "failed_tasks"
    case succeededTasks = "succeeded_tasks"
    case startedAt = "started_at"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(group.id.rawValue, forKey: .id)
    try container.encode(group.state.word, forKey: .state)
    try container.encode(group.state.code, forKey: .stateCode)
    try container.encode(group.kind.rawValue, forKey: .type)
    try container.encode(group.progress, forKey: .progress)
    try container.encode(group.speed, forKey: .speed)
    try container.encode(group.completedBytes, forKey: .completedBytes)
    try container.encode(group.totalBytes, forKey: .totalBytes)
    try container.encode(group.objects.succeeded, forKey: .succeededObjects)
    try container.encode(group.objects.failed, forKey: .failedObjects)
    try container.encode(group.objects.skipped, forKey: .skippedObjects)
    try container.encode(group.objects.total, forKey: .totalObjects)
    try container.encode(group.tasks.total, forKey: .totalTasks)
    try container.encode(group.tasks.created, forKey: .createdTasks)
    try container.encode(group.tasks.waiting, forKey: .waitingTasks)
    try container.encode(group.tasks.running, forKey: .runningTasks)
    try container.encode(group.tasks.stopped, forKey: .stoppedTasks)
    try container.encode(group.tasks.failed, forKey: .failedTasks)
    try container.encode(group.tasks.succeeded, forKey: .succeededTasks)
    try container.encode(group.source.shortName, forKey: .source)
    try container.encode(group.destination.shortName, forKey: .destination)
    try container.encode(group.settings.description, forKey: .description)
    try container.encode(
      group.outcome.failure.map { Failure(code: $0.code, message: $0.message) }, forKey: .error)
    try container.encode(group.startedAt.map { $0.formatted(.iso8601) }, forKey: .startedAt)
  }
}
