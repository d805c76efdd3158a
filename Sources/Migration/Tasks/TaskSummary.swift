package import FoundationEssentials

/// A task as `--output json` and the clipboard have it; the members are part of the contract.
package struct TaskSummary: Encodable, Sendable {
  private let task: MigrationTask
  private let advice: String?
  private let endedAt: Date?

  /// The summary of `task`.
  ///
  /// - Parameters:
  ///   - task: The task.
  ///   - advice: What its failure means and what to do, in words; `nil` when nobody knows.
  ///   - endedAt: When it was seen to end; `nil` when it has not, or nobody saw it.
  package init(_ task: MigrationTask, advice: String? = nil, endedAt: Date? = nil) {
    self.task = task
    self.advice = advice
    self.endedAt = endedAt
  }

  /// The summary as one JSON object.
  package var json: String {
    // A value of numbers and texts always has a JSON form.
    (try? JSONText.of(self)) ?? "{}"
  }

  private struct Failure: Encodable {
    let failure: TaskFailure
    let advice: String?

    private enum CodingKeys: String, CodingKey { case code, message, advice }

    // The advice is null rather than missing, so that scripts find the member.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(failure.code, forKey: .code)
      try container.encode(failure.message, forKey: .message)
      try container.encode(advice, forKey: .advice)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, state, type, progress, speed, source, destination, error, description
    case stateCode = "state_code"
    case groupID = "group_id"
    case completedBytes = "completed_bytes"
    case totalBytes = "total_bytes"
    case succeededObjects = "succeeded_objects"
    case failedObjects = "failed_objects"
    case skippedObjects = "skipped_objects"
    case totalObjects = "total_objects"
    case isScanned = "scan_finished"
    case secondsLeft = "seconds_left"
    case startedAt = "started_at"
    case endedAt = "ended_at"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(task.id.rawValue, forKey: .id)
    try container.encode(task.name, forKey: .name)
    try container.encode(task.state.word, forKey: .state)
    try container.encode(task.state.code, forKey: .stateCode)
    try container.encode(task.kind.rawValue, forKey: .type)
    try container.encode(task.groupID?.rawValue, forKey: .groupID)
    try container.encode(task.progress, forKey: .progress)
    try container.encode(task.speed, forKey: .speed)
    try container.encode(task.completedBytes, forKey: .completedBytes)
    try container.encode(task.totalBytes, forKey: .totalBytes)
    try container.encode(task.objects.succeeded, forKey: .succeededObjects)
    try container.encode(task.objects.failed, forKey: .failedObjects)
    try container.encode(task.objects.skipped, forKey: .skippedObjects)
    try container.encode(task.objects.total, forKey: .totalObjects)
    try container.encode(task.isScanned, forKey: .isScanned)
    try container.encode(task.timeLeft.map { $0.components.seconds }, forKey: .secondsLeft)
    try container.encode(task.source.shortName, forKey: .source)
    try container.encode(task.destination.shortName, forKey: .destination)
    try container.encode(task.settings.description, forKey: .description)
    try container.encode(
      task.outcome.failure.map { Failure(failure: $0, advice: advice) }, forKey: .error)
    try container.encode(
      task.startedAt.map { $0.formatted(.iso8601) }, forKey: .startedAt)
    try container.encode(endedAt.map { $0.formatted(.iso8601) }, forKey: .endedAt)
  }
}

/// JSON as Ferry prints it.
package enum JSONText {
  /// `value` as JSON, members sorted by name so that two outputs can be compared.
  ///
  /// - Throws: `EncodingError` for values without a JSON form.
  package static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    encoder.dateEncodingStrategy = .iso8601
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
