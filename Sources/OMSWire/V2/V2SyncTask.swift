package import Migration

/// A synchronisation task as v2 answers it: section 6 of the v2 reference.
package struct V2SyncTask: Decodable {
  package let task: SyncTask

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: V2Keys.self)
    guard let id = members.words(.syncID) else {
      throw DecodingError.dataCorruptedError(
        forKey: .syncID, in: members, debugDescription: "a synchronisation task without an id")
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
    task.settings = members.settings(source: nil)
    task.settings.appID = members.words(.appID)
    task.month = Self.month(members)
    self.task = task
  }

  private static func month(
    _ members: KeyedDecodingContainer<V2Keys>
  ) -> SyncTask.Month? {
    guard let requests = members.integer(.monthRequests) else { return nil }
    let (succeeded, failed) = (members.count(.monthSucceeded), members.count(.monthFailed))
    let skipped = members.count(.monthSkipped)
    return SyncTask.Month(
      requests: max(requests, 0),
      objects: ObjectCounts(
        total: succeeded &+ failed &+ skipped, succeeded: succeeded, failed: failed,
        skipped: skipped),
      bytes: ByteCount(rawValue: members.count(.monthSize)))
  }
}

/// A page of synchronisation tasks.
package struct V2SyncTaskPage: Decodable {
  package let page: SyncTaskPage

  private enum CodingKeys: String, CodingKey { case tasks, count }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let list = try container.decode(LenientList<V2SyncTask>.self, forKey: .tasks)
    page = SyncTaskPage(
      tasks: list.entries.map(\.task), unreadable: list.unreadable,
      total: container.integer(.count).map { Int(max($0, 0)) })
  }
}

/// The answer to the creation of a synchronisation task.
package struct V2SyncTaskCreated: Decodable {
  package let id: SyncTaskID

  private enum CodingKeys: String, CodingKey { case id = "sync_task_id" }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = SyncTaskID(rawValue: try container.decode(String.self, forKey: .id))
  }
}
