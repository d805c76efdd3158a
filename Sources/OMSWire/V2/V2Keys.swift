/// The members of tasks, groups and synchronisation tasks in v2, both ways.
///
/// One list for all: a container costs as much as reading its members, so each answer has one.
enum V2Keys: String, CodingKey {
  case id, name, status, progress, description
  case group = "group_id"
  case kind = "task_type"
  case source = "src_node"
  case destination = "dst_node"

  // How far it is.
  case speed = "migrate_speed"
  case totalSize = "total_size"
  case completeSize = "complete_size"
  case startTime = "start_time"
  case leftTime = "left_time"
  case totalTime = "total_time"
  case isScanned = "is_query_over"
  case total = "total_num"
  case succeeded = "successful_num"
  case failed = "failed_num"
  case skipped = "skipped_num"

  // Groups name some counts as v1 does, and have more of them.
  case groupSucceeded = "success_num"
  case groupFailed = "fail_num"
  case groupSkipped = "skip_num"
  case planned = "create_complete_num"
  case plannedSize = "create_complete_size"
  case totalTasks = "total_task_num"
  case createdTasks = "create_task_num"
  case failedTasks = "failed_task_num"
  case completedTasks = "complete_task_num"
  case pausedTasks = "paused_task_num"
  case executingTasks = "executing_task_num"
  case waitingTasks = "waiting_task_num"

  // What was chosen.
  case bandwidth = "bandwidth_policy"
  case migrateSince = "migrate_since"
  case encrypts = "enable_kms"
  case restores = "enable_restore"
  case movesMetadata = "enable_metadata_migration"
  case recordsFailed = "enable_failed_object_recording"
  case requesterPays = "enable_requester_pays"
  case overwriteMode = "object_overwrite_mode"
  case storageClass = "dst_storage_policy"
  case consistencyCheck = "consistency_check"
  case priority = "task_priority"
  case sourceDomain = "source_cdn"
  case appID = "app_id"

  // What it left behind.
  case errorReason = "error_reason"
  case failedObjects = "failed_object_record"
  case notification = "smn_info"
  /// A wish in requests; in answers about groups the same as `smn_info`.
  case notificationWish = "smn_config"
  case succeededListError = "success_record_error_reason"
  case skippedListError = "skip_record_error_reason"

  // Synchronisation tasks are flat.
  case syncID = "sync_task_id"
  case provider = "src_cloud_type"
  case sourceRegion = "src_region"
  case sourceBucket = "src_bucket"
  case sourceAccessKey = "src_ak"
  case sourceSecretKey = "src_sk"
  case destinationRegion = "dst_region"
  case destinationBucket = "dst_bucket"
  case destinationAccessKey = "dst_ak"
  case destinationSecretKey = "dst_sk"
  case createTime = "create_time"
  case lastStartTime = "last_start_time"
  case monthRequests = "monthly_acceptance_request"
  case monthSucceeded = "monthly_success_object"
  case monthFailed = "monthly_failure_object"
  case monthSkipped = "monthly_skip_object"
  case monthSize = "monthly_size"
}
