/// A synchronisation task as v2 answers it: section 6 of the v2 reference.
struct V2SyncTask: Decodable {
  let task: SyncTask

  private enum CodingKeys: String, CodingKey {
    case status
    case id = "sync_task_id"
    case provider = "src_cloud_type"
    case sourceRegion = "src_region"
    case sourceBucket = "src_bucket"
    case destinationRegion = "dst_region"
    case destinationBucket = "dst_bucket"
    case createTime = "create_time"
    case lastStartTime = "last_start_time"
    case appID = "app_id"
    case requests = "monthly_acceptance_request"
    case succeeded = "monthly_success_object"
    case failed = "monthly_failure_object"
    case skipped = "monthly_skip_object"
    case size = "monthly_size"
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    guard let id = members.words(.id) else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: members, debugDescription: "a synchronisation task without an id")
    }
    var task = SyncTask(
      id: SyncTaskID(rawValue: id), state: SyncTaskState(wireWord: members.text(.status)))
    task.source = StorageLocation(
      provider: WireProvider.usual(members.text(.provider)), region: members.text(.sourceRegion),
      bucket: members.text(.sourceBucket))
    task.destination = StorageLocation(
      region: members.text(.destinationRegion), bucket: members.text(.destinationBucket))
    task.createdAt = WireTime.date(ofMilliseconds: members.integer(.createTime))
    task.lastStartedAt = WireTime.date(ofMilliseconds: members.integer(.lastStartTime))
    task.settings = try decoder.container(keyedBy: V2SettingsKeys.self).settings(source: nil)
    task.settings.appID = members.words(.appID)
    task.month = Self.month(members)
    self.task = task
  }

  private static func month(
    _ members: KeyedDecodingContainer<CodingKeys>
  ) -> SyncTask.Month? {
    guard let requests = members.integer(.requests) else { return nil }
    let (succeeded, failed) = (members.count(.succeeded), members.count(.failed))
    let skipped = members.count(.skipped)
    return SyncTask.Month(
      requests: max(requests, 0),
      objects: ObjectCounts(
        total: succeeded &+ failed &+ skipped, succeeded: succeeded, failed: failed,
        skipped: skipped),
      bytes: ByteCount(rawValue: members.count(.size)))
  }
}

/// A page of synchronisation tasks.
struct V2SyncTaskPage: Decodable {
  let page: SyncTaskPage

  private enum CodingKeys: String, CodingKey { case tasks, count }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let list = try container.decode(LenientList<V2SyncTask>.self, forKey: .tasks)
    page = SyncTaskPage(
      tasks: list.entries.map(\.task), unreadable: list.unreadable,
      total: container.integer(.count).map { Int(max($0, 0)) })
  }
}

/// The answer to the creation of a synchronisation task.
struct V2SyncTaskCreated: Decodable {
  let id: SyncTaskID

  private enum CodingKeys: String, CodingKey { case id = "sync_task_id" }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = SyncTaskID(rawValue: try container.decode(String.self, forKey: .id))
  }
}
