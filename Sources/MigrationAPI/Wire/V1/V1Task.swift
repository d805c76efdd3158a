import FoundationEssentials

/// A task as v1 answers it: section 6 of the v1 reference, with the quirks it names.
struct V1Task: Decodable {
  let task: MigrationTask

  private enum CodingKeys: String, CodingKey {
    case id, name, status, progress, description, enableKMS
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
    case skipped = "skip_num"
    case isScanned = "is_query_over"
    case migrateSince = "migrate_since"
    case kind = "task_type"
    case failedObjects = "failed_object_record"
    case bandwidth = "bandwidth_policy"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = container.integer(.id), id >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: container, debugDescription: "a task without an id")
    }
    var task = MigrationTask(id: TaskID(rawValue: id), name: container.text(.name))
    task.state = TaskState(code: Int(truncatingIfNeeded: container.integer(.status) ?? -1))
    task.kind = container.lenient(String.self, .kind).flatMap(TaskKind.init) ?? .object
    task.source = container.lenient(V1Node.self, .source)?.location ?? StorageLocation()
    task.destination = container.lenient(V1Node.self, .destination)?.location ?? StorageLocation()
    task.progress = min(max(container.lenient(.progress) ?? 0, 0), 1)
    task.speed = ByteRate(rawValue: container.count(.speed))
    task.completedBytes = ByteCount(rawValue: container.count(.completeSize))
    task.totalBytes = ByteCount(rawValue: container.count(.totalSize))
    task.objects = ObjectCounts(
      total: container.count(.total), succeeded: container.count(.succeeded),
      failed: container.count(.failed), skipped: container.count(.skipped))
    task.isScanned = container.lenient(.isScanned)
    task.startedAt = WireTime.date(ofMilliseconds: container.integer(.startTime))
    task.elapsed = WireTime.duration(ofMilliseconds: container.integer(.totalTime))
    task.timeLeft = WireTime.duration(ofMilliseconds: container.integer(.leftTime))
    task.settings = Self.settings(container)
    task.outcome.failure = container.lenient(WireFailure.self, .errorReason)?.failure
    task.outcome.failedObjects = container.lenient(WireFailedObjects.self, .failedObjects)?.list
    self.task = task
  }

  private static func settings(_ container: KeyedDecodingContainer<CodingKeys>) -> TaskSettings {
    var settings = TaskSettings()
    settings.description = container.text(.description)
    settings.threads = container.integer(.threads).map { Int(truncatingIfNeeded: $0) }
    settings.bandwidth = container.lenient(.bandwidth) ?? []
    settings.changedSince = WireTime.date(
      ofSecondsOrMilliseconds: container.integer(.migrateSince))
    settings.isEncrypted = container.lenient(.enableKMS)
    return settings
  }
}

extension KeyedDecodingContainer {
  /// A number of things or bytes: never negative, 0 when it is missing.
  fileprivate func count(_ key: Key) -> Int64 { max(integer(key) ?? 0, 0) }
}

/// One side of a task as v1 answers it.
private struct V1Node: Decodable {
  let location: StorageLocation

  private enum CodingKeys: String, CodingKey {
    case region, bucket
    case cloudType = "cloud_type"
    case objectKey = "object_key"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    location = StorageLocation(
      provider: container.text(.cloudType), region: container.text(.region),
      bucket: container.text(.bucket),
      keys: container.lenient(WireObjectKeys.self, .objectKey)?.keys ?? [])
  }
}

/// Object keys as a text, as a list of texts, or as an object that holds such a list.
struct WireObjectKeys: Decodable {
  let keys: [String]

  private enum CodingKeys: String, CodingKey { case keys }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.singleValueContainer() {
      if let text = try? container.decode(String.self) {
        keys = [text]
        return
      }
      if let list = try? container.decode([String].self) {
        keys = list
        return
      }
    }
    keys = try decoder.container(keyedBy: CodingKeys.self).decode([String].self, forKey: .keys)
  }
}
