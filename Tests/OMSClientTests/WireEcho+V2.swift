import TestSupport

@testable import Migration

extension WireEcho {
  static func v2(_ task: MigrationTask) -> JSON {
    var members: [String: JSON] = [
      "id": .integer(task.id.rawValue), "name": .text(task.name),
      "status": .integer(Int64(task.state.code)), "progress": .number(task.progress),
      "group_id": optional(task.groupID?.rawValue),
      "failed_num": .integer(task.objects.failed),
      "successful_num": .integer(task.objects.succeeded),
      "skipped_num": .integer(task.objects.skipped), "total_num": .integer(task.objects.total),
      "is_query_over": optional(task.isScanned), "left_time": milliseconds(task.timeLeft),
      "task_type": .text(task.kind.rawValue),
      "smn_info": v2(task.outcome.notification),
      "success_record_error_reason": optional(task.outcome.succeededListError),
      "skip_record_error_reason": optional(task.outcome.skippedListError),
      "complete_size": .integer(task.completedBytes.rawValue),
      "total_size": .integer(task.totalBytes.rawValue),
      "migrate_speed": .integer(task.speed.rawValue), "start_time": milliseconds(task.startedAt),
      "total_time": milliseconds(task.elapsed),
      "src_node": source(task.source, task.settings), "dst_node": destination(task.destination),
    ]
    members.merge(v2(task.settings, task.outcome)) { one, _ in one }
    return .object(members)
  }

  static func v2(_ page: TaskPage) -> JSON {
    .object([
      "tasks": .list(page.tasks.map(v2)), "count": .integer(Int64(page.total ?? -1)),
    ])
  }

  static func v2(_ group: TaskGroup) -> JSON {
    var members: [String: JSON] = [
      "group_id": .text(group.id.rawValue), "status": .integer(Int64(group.state.code)),
      "task_type": .text(group.kind.rawValue.uppercased()),
      "smn_config": v2(group.outcome.notification),
      "total_task_num": .integer(group.tasks.total),
      "create_task_num": .integer(group.tasks.created),
      "failed_task_num": .integer(group.tasks.failed),
      "complete_task_num": .integer(group.tasks.succeeded),
      "paused_task_num": .integer(group.tasks.stopped),
      "executing_task_num": .integer(group.tasks.running),
      "waiting_task_num": .integer(group.tasks.waiting),
      "total_num": .integer(group.objects.total),
      "success_num": .integer(group.objects.succeeded),
      "fail_num": .integer(group.objects.failed), "skip_num": .integer(group.objects.skipped),
      "create_complete_num": .integer(group.plannedObjects),
      "create_complete_size": .integer(group.plannedBytes.rawValue),
      "complete_size": .integer(group.completedBytes.rawValue),
      "total_size": .integer(group.totalBytes.rawValue),
      "migrate_speed": .integer(group.speed.rawValue), "start_time": milliseconds(group.startedAt),
      "total_time": milliseconds(group.elapsed),
      "src_node": source(group.source, group.settings), "dst_node": destination(group.destination),
    ]
    members.merge(v2(group.settings, group.outcome)) { one, _ in one }
    return .object(members)
  }

  static func v2(_ page: TaskGroupPage) -> JSON {
    .object([
      "taskgroups": .list(page.groups.map(v2)), "count": .integer(Int64(page.total ?? -1)),
    ])
  }

  static func v2(_ settings: TaskSettings, _ outcome: TaskOutcome) -> [String: JSON] {
    [
      "description": .text(settings.description),
      "bandwidth_policy": windows(settings.bandwidth),
      "migrate_since": milliseconds(settings.changedSince),
      "enable_kms": optional(settings.isEncrypted),
      "enable_restore": optional(settings.restoresArchived),
      "enable_metadata_migration": optional(settings.movesMetadata),
      "enable_failed_object_recording": optional(settings.recordsFailedObjects),
      "enable_requester_pays": optional(settings.requesterPays),
      "object_overwrite_mode": optional(settings.overwriteMode),
      "dst_storage_policy": optional(settings.storageClass),
      "consistency_check": optional(settings.consistencyCheck),
      "task_priority": optional(settings.priority), "source_cdn": domain(settings.sourceDomain),
      "error_reason": failure(outcome.failure),
      "failed_object_record": failedObjects(outcome.failedObjects),
    ]
  }

  private static func source(_ location: StorageLocation, _ settings: TaskSettings) -> JSON {
    .object([
      "region": .text(location.region), "bucket": .text(location.bucket),
      "object_key": texts(location.keys), "cloud_type": .text(location.provider),
      "list_file": listFile(settings.listFile), "app_id": optional(settings.appID),
    ])
  }

  private static func destination(_ location: StorageLocation) -> JSON {
    .object([
      "region": .text(location.region), "bucket": .text(location.bucket),
      "save_prefix": optional(location.keys.first),
    ])
  }

  private static func v2(_ outcome: NotificationOutcome?) -> JSON {
    guard let outcome else { return .null }
    return .object([
      "notify_result": .bool(outcome.isDelivered), "notify_error_message": .text(outcome.errorCode),
      "topic_name": .text(outcome.topic),
    ])
  }
}
