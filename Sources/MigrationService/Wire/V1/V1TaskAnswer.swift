import FoundationEssentials
import Migration

/// A task as v1 answers it: the table of section 6 of the v1 reference, member by member.
struct V1TaskAnswer: Encodable {
  private let task: StoredTask
  private let now: Date

  /// The task as it is at `now`.
  init(_ task: StoredTask, at now: Date) {
    self.task = task
    self.now = now
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, status, progress, enableKMS, description, smnInfo
    case source = "src_node"
    case destination = "dst_node"
    case threads = "thread_num"
    case speed = "migrate_speed"
    case errorReason = "error_reason"
    case totalSize = "total_size"
    case completeSize = "complete_size"
    case startTime = "start_time"
    case leftTime = "left_time"
    case totalTime = "total_time"
    case succeeded = "success_num"
    case failed = "fail_num"
    case total = "total_num"
    case changedSince = "migrate_since"
    case kind = "task_type"
    case customDomain = "source_cdn"
    case restoresArchived = "auto_restore"
    case recordsFailures = "enable_failed_object_recording"
    case failedObjects = "failed_object_record"
    case bandwidth = "bandwidth_policy"
    case isScanned = "is_query_over"
    case skipped = "skip_num"
    case realSize = "real_size"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(task.id.rawValue, forKey: .id)
    try container.encode(task.name, forKey: .name)
    try encodeDefinition(into: &container)
    try encodeProgress(into: &container)
    try encodeOutcome(into: &container)
  }

  private func encodeDefinition(
    into container: inout KeyedEncodingContainer<CodingKeys>
  ) throws {
    let definition = task.definition
    let shown = definition.shown
    try container.encode(V1NodeAnswer(source: definition.source), forKey: .source)
    try container.encode(V1NodeAnswer(destination: definition.destination), forKey: .destination)
    try container.encode(definition.threads, forKey: .threads)
    try container.encode(definition.kind.rawValue, forKey: .kind)
    try container.encode(definition.description, forKey: .description)
    try container.encode(definition.bandwidth, forKey: .bandwidth)
    try container.encode(Self.milliseconds(definition.changedSince), forKey: .changedSince)
    try container.encode(shown.isEncrypted, forKey: .enableKMS)
    try container.encode(shown.restoresArchived, forKey: .restoresArchived)
    try container.encode(shown.recordsFailures, forKey: .recordsFailures)
    try container.encodeIfPresent(shown.customDomain, forKey: .customDomain)
  }

  private func encodeProgress(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    let progress = task.progress
    try container.encode(status, forKey: .status)
    try container.encode(task.fraction, forKey: .progress)
    try container.encode(task.state.isMoving ? progress.speed : 0, forKey: .speed)
    try container.encode(progress.totalBytes, forKey: .totalSize)
    try container.encode(progress.completedBytes, forKey: .completeSize)
    try container.encode(progress.realBytes, forKey: .realSize)
    try container.encode(Self.milliseconds(task.run.firstBegan), forKey: .startTime)
    try container.encode(task.timeLeft.map(Self.milliseconds) ?? 0, forKey: .leftTime)
    try container.encode(Self.milliseconds(task.elapsed(at: now)), forKey: .totalTime)
    try container.encode(progress.objects.total, forKey: .total)
    try container.encode(progress.objects.succeeded, forKey: .succeeded)
    try container.encode(progress.objects.failed, forKey: .failed)
    try container.encode(progress.objects.skipped, forKey: .skipped)
    try container.encode(progress.isScanned, forKey: .isScanned)
  }

  private func encodeOutcome(into container: inout KeyedEncodingContainer<CodingKeys>) throws {
    if task.state == .failed, let failure = task.failure {
      let reason = ["error_code": failure.code, "error_msg": failure.message]
      try container.encode(reason, forKey: .errorReason)
    } else {
      try container.encode("", forKey: .errorReason)
    }
    if task.state == .failed {
      let record =
        task.failedObjects > 0
        ? #"{"result":true,"list_file_key":""}"#
        : #"{"result":false,"list_file_key":"","errorCode":"OMS.0167"}"#
      try container.encode(record, forKey: .failedObjects)
    }
    if let topic = task.definition.shown.topic, task.state == .failed || task.state == .succeeded {
      try container.encode(V1Notification(topicName: topic), forKey: .smnInfo)
    }
  }

  /// v1 knows no stopping: such a task still runs.
  private var status: Int {
    task.state.isMoving ? TaskState.running.code : task.state.code
  }

  private static func milliseconds(_ date: Date?) -> Int64 {
    date.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) } ?? 0
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    Int64((duration / .milliseconds(1)).rounded())
  }
}

/// What became of a notification: this service has nobody to send one to, and says so.
private struct V1Notification: Encodable {
  let notifyResult = false
  let notifyErrorMessage = "OMS.0156"
  let topicName: String
}

/// One side of a task, without its keys.
private struct V1NodeAnswer: Encodable {
  private let location: StorageLocation
  private let isSource: Bool

  init(source: StorageLocation) {
    location = source
    isSource = true
  }

  init(destination: StorageLocation) {
    location = destination
    isSource = false
  }

  private enum CodingKeys: String, CodingKey {
    case region, bucket
    case objectKey = "object_key"
    case cloudType = "cloud_type"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(location.region, forKey: .region)
    try container.encode(location.bucket, forKey: .bucket)
    try container.encode(location.provider, forKey: .cloudType)
    if isSource {
      try container.encode(location.keys.isEmpty ? ["/"] : location.keys, forKey: .objectKey)
    } else {
      try container.encode(location.keys.first ?? "/", forKey: .objectKey)
    }
  }
}
