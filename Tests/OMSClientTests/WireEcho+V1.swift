import TestSupport

@testable import Migration

extension WireEcho {
  static func v1(_ task: MigrationTask) -> JSON {
    let settings = task.settings
    return .object([
      "id": .integer(task.id.rawValue), "name": .text(task.name),
      "src_node": v1(task.source, settings), "dst_node": v1(task.destination, nil),
      "thread_num": .integer(Int64(settings.threads ?? -1)),
      "status": .integer(Int64(task.state.code)), "progress": .number(task.progress),
      "migrate_speed": .integer(task.speed.rawValue),
      "enableKMS": optional(settings.isEncrypted), "description": .text(settings.description),
      "error_reason": failure(task.outcome.failure),
      "total_size": .integer(task.totalBytes.rawValue),
      "complete_size": .integer(task.completedBytes.rawValue),
      "start_time": milliseconds(task.startedAt), "left_time": milliseconds(task.timeLeft),
      "total_time": milliseconds(task.elapsed), "success_num": .integer(task.objects.succeeded),
      "fail_num": .integer(task.objects.failed), "total_num": .integer(task.objects.total),
      "skip_num": .integer(task.objects.skipped), "is_query_over": optional(task.isScanned),
      "migrate_since": milliseconds(settings.changedSince),
      "task_type": .text(task.kind.rawValue), "auto_restore": optional(settings.restoresArchived),
      "enable_failed_object_recording": optional(settings.recordsFailedObjects),
      "bandwidth_policy": windows(settings.bandwidth),
      "failed_object_record": failedObjects(task.outcome.failedObjects),
      "source_cdn": domain(settings.sourceDomain),
      "smnInfo": v1(task.outcome.notification),
    ])
  }

  /// A page in the shape that `answer` has.
  static func v1(_ page: TaskPage, like answer: JSON?) -> JSON {
    let tasks = JSON.list(page.tasks.map(v1))
    guard answer?["tasks"] != nil else { return tasks }
    return .object(["tasks": tasks, "count": .integer(Int64(page.total ?? -1))])
  }

  private static func v1(_ location: StorageLocation, _ settings: TaskSettings?) -> JSON {
    .object([
      "region": .text(location.region), "bucket": .text(location.bucket),
      "object_key": texts(location.keys), "cloud_type": .text(location.provider),
      "list_file": listFile(settings?.listFile),
    ])
  }

  private static func v1(_ outcome: NotificationOutcome?) -> JSON {
    guard let outcome else { return .null }
    return .object([
      "notifyResult": .bool(outcome.isDelivered), "notifyErrorMessage": .text(outcome.errorCode),
      "topicName": .text(outcome.topic),
    ])
  }
}
