import FoundationEssentials

/// The members of what `--output json` says of tasks and groups, which scripts rely on.
enum SummaryKey: String, CodingKey {
  case id, name, state, type, progress, speed, source, destination, error, description
  case stateCode = "state_code"
  case groupID = "group_id"
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
  case isScanned = "scan_finished"
  case secondsLeft = "seconds_left"
  case startedAt = "started_at"
  case endedAt = "ended_at"
}

/// What tasks and groups have in common.
protocol Summarised {
  var kind: TaskKind { get }
  var progress: Double { get }
  var speed: ByteRate { get }
  var completedBytes: ByteCount { get }
  var totalBytes: ByteCount { get }
  var objects: ObjectCounts { get }
  var source: StorageLocation { get }
  var destination: StorageLocation { get }
  var settings: TaskSettings { get }
  var outcome: TaskOutcome { get }
  var startedAt: Date? { get }
}

extension MigrationTask: Summarised {}
extension TaskGroup: Summarised {}

extension KeyedEncodingContainer<SummaryKey> {
  /// Writes what tasks and groups have in common.
  ///
  /// - Parameters:
  ///   - subject: The task or group.
  ///   - advice: What its failure means and what to do, in words; `nil` when nobody knows.
  /// - Throws: What the encoder throws.
  mutating func encodeShared(of subject: some Summarised, advice: String?) throws {
    try encode(subject.kind.rawValue, forKey: .type)
    try encode(subject.progress, forKey: .progress)
    try encode(subject.speed, forKey: .speed)
    try encode(subject.completedBytes, forKey: .completedBytes)
    try encode(subject.totalBytes, forKey: .totalBytes)
    try encode(subject.objects.succeeded, forKey: .succeededObjects)
    try encode(subject.objects.failed, forKey: .failedObjects)
    try encode(subject.objects.skipped, forKey: .skippedObjects)
    try encode(subject.objects.total, forKey: .totalObjects)
    try encode(subject.source.shortName, forKey: .source)
    try encode(subject.destination.shortName, forKey: .destination)
    try encode(subject.settings.description, forKey: .description)
    let failure = subject.outcome.failure.map { SummaryFailure(failure: $0, advice: advice) }
    try encode(failure, forKey: .error)
    try encode(subject.startedAt.map { $0.formatted(.iso8601) }, forKey: .startedAt)
  }
}

private struct SummaryFailure: Encodable {
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
