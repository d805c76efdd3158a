/// Who speaks of a task: the versions, and the objects of v2, call some of its members differently.
package enum TaskDialect: Hashable, Sendable, CaseIterable {
  /// A task of v1: sections 3 and 6 of the v1 reference.
  case v1
  /// A task of v2: section 4 of the v2 reference.
  case v2
  /// A task group of v2: section 5 of the v2 reference.
  case group
  /// A synchronisation task of v2: section 6 of the v2 reference.
  case synchronisation

  /// Whether it is a part of v1.
  package var isFirst: Bool { self == .v1 }
}

/// The members of tasks, groups and synchronisation tasks, in requests and answers.
///
/// The raw value is the name that v2 has for it; see ``name(in:)`` for the others.
package enum TaskMember: String, WireMember {
  case id, name, status, progress, description
  case group = "group_id"
  /// Whether a group has made it.
  case groupType = "group_type"
  case kind = "task_type"
  case source = "src_node"
  case destination = "dst_node"

  // How far it is.
  case speed = "migrate_speed"
  case totalSize = "total_size"
  case completeSize = "complete_size"
  /// Bytes without those of skipped objects.
  case realSize = "real_size"
  case startTime = "start_time"
  case leftTime = "left_time"
  case totalTime = "total_time"
  case isScanned = "is_query_over"
  case total = "total_num"
  case succeeded = "successful_num"
  case failed = "failed_num"
  case skipped = "skipped_num"

  // What else groups count.
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
  case threads = "thread_num"
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
  /// What kind of bucket the destination is.
  case storageSystem = "obs_system"

  // What it left behind.
  case errorReason = "error_reason"
  case failedObjects = "failed_object_record"
  /// What became of a notification; in v1 also the wish for one.
  case notification = "smn_info"
  /// The wish for a notification; in answers about groups the same as `smn_info`.
  case notificationWish = "smn_config"
  case succeededListError = "success_record_error_reason"
  case skippedListError = "skip_record_error_reason"

  // Synchronisation tasks are flat.
  case synchronisationID = "sync_task_id"
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

  /// What `dialect` calls it.
  package func name(in dialect: TaskDialect) -> String {
    switch (self, dialect) {
    case (.succeeded, .v1), (.succeeded, .group): "success_num"
    case (.failed, .v1), (.failed, .group): "fail_num"
    case (.skipped, .v1), (.skipped, .group): "skip_num"
    case (.encrypts, .v1): "enableKMS"
    case (.restores, .v1): "auto_restore"
    case (.notification, .v1): "smnInfo"
    default: rawValue
    }
  }

  package static let names = MemberNames<TaskMember> { $0.rawValue }
  private static let namesInV1 = MemberNames<TaskMember> { $0.name(in: .v1) }
  private static let namesInGroups = MemberNames<TaskMember> { $0.name(in: .group) }

  /// The names in `dialect`, looked through.
  package static func names(in dialect: TaskDialect) -> MemberNames<TaskMember> {
    switch dialect {
    case .v1: namesInV1
    case .v2, .synchronisation: names
    case .group: namesInGroups
    }
  }
}
