import FoundationEssentials

/// A synchronisation task as `--output json` has it; what it shares with a task has the same names.
package struct SyncTaskSummary: Encodable, Sendable {
  private let task: SyncTask

  /// The summary of `task`.
  package init(_ task: SyncTask) {
    self.task = task
  }

  private struct Month: Encodable {
    let requests: Int64
    let succeededObjects: Int64
    let failedObjects: Int64
    let skippedObjects: Int64
    let bytes: Int64

    enum CodingKeys: String, CodingKey {
      case requests, bytes
      case succeededObjects = "succeeded_objects"
      case failedObjects = "failed_objects"
      case skippedObjects = "skipped_objects"
    }

    init(_ month: SyncTask.Month) {
      requests = month.requests
      succeededObjects = month.objects.succeeded
      failedObjects = month.objects.failed
      skippedObjects = month.objects.skipped
      bytes = month.bytes.rawValue
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, state, source, destination, description, month
    case createdAt = "created_at"
    case startedAt = "started_at"
  }

  // What is not known is null rather than missing, so that scripts find the member.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(task.id.rawValue, forKey: .id)
    try container.encode(task.state.word, forKey: .state)
    try container.encode(task.source.shortName, forKey: .source)
    try container.encode(task.destination.shortName, forKey: .destination)
    try container.encode(task.settings.description, forKey: .description)
    try container.encode(task.createdAt, forKey: .createdAt)
    try container.encode(task.lastStartedAt, forKey: .startedAt)
    try container.encode(task.month.map(Month.init), forKey: .month)
  }
}
