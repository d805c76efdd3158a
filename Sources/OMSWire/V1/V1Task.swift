package import Migration

/// A task as v1 answers it: section 6 of the v1 reference, with the quirks it names.
package struct V1Task: WireTask {
  package let task: MigrationTask

  private enum CodingKeys: String, CodingKey {
    case id, name, status, progress, description, enableKMS, smnInfo
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
    case restore = "auto_restore"
    case recordsFailed = "enable_failed_object_recording"
    case sourceDomain = "source_cdn"
  }

  private typealias Members = KeyedDecodingContainer<CodingKeys>

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = members.integer(.id), id >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: members, debugDescription: "a task without an id")
    }
    let source = members.members(V1NodeKeys.self, .source)
    var task = MigrationTask(id: TaskID(rawValue: id), name: members.text(.name))
    task.state = TaskState(code: Int(members.integer(.status) ?? -1))
    task.kind = members.lenient(String.self, .kind).flatMap(TaskKind.init) ?? .object
    task.source = source?.source ?? StorageLocation()
    task.destination =
      members.members(V1NodeKeys.self, .destination)?.destination ?? StorageLocation()
    task.progress = members.part(.progress)
    task.speed = ByteRate(rawValue: members.count(.speed))
    task.completedBytes = ByteCount(rawValue: members.count(.completeSize))
    task.totalBytes = ByteCount(rawValue: members.count(.totalSize))
    task.objects = ObjectCounts(
      total: members.count(.total), succeeded: members.count(.succeeded),
      failed: members.count(.failed), skipped: members.count(.skipped))
    task.isScanned = members.lenient(.isScanned)
    task.startedAt = WireTime.date(ofMilliseconds: members.integer(.startTime))
    task.elapsed = WireTime.duration(ofMilliseconds: members.integer(.totalTime))
    task.timeLeft = WireTime.duration(ofMilliseconds: members.integer(.leftTime))
    task.settings = Self.settings(members, source: source)
    let outcome = Self.outcome(members)
    if outcome != TaskOutcome() { task.outcome = outcome }
    self.task = task
  }

  private static func settings(
    _ members: Members, source: KeyedDecodingContainer<V1NodeKeys>?
  ) -> TaskSettings {
    var settings = TaskSettings()
    settings.description = members.text(.description)
    settings.threads = members.integer(.threads).map { Int($0) }
    settings.bandwidth = members.lenient(.bandwidth) ?? []
    settings.changedSince = WireTime.date(
      ofSecondsOrMilliseconds: members.integer(.migrateSince))
    settings.isEncrypted = members.lenient(.enableKMS)
    settings.restoresArchived = members.lenient(.restore)
    settings.recordsFailedObjects = members.lenient(.recordsFailed)
    settings.sourceDomain = members.lenient(WireSourceDomain.self, .sourceDomain)?.domain
    settings.listFile = source?.lenient(WireListFile.self, .listFile)?.file
    settings.appID = source?.words(.appID)
    return settings
  }

  private static func outcome(_ members: Members) -> TaskOutcome {
    var outcome = TaskOutcome()
    outcome.failure = members.lenient(WireFailure.self, .errorReason)?.failure
    outcome.failure?.toldBy = .v1
    outcome.failedObjects = members.lenient(WireFailedObjects.self, .failedObjects)?.list
    outcome.notification = members.lenient(V1NotificationOutcome.self, .smnInfo)?.outcome
    return outcome
  }
}
