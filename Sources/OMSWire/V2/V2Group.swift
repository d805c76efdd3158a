package import Migration

/// A task group as v2 answers it: section 5 of the v2 reference.
package struct V2Group: Decodable {
  package let group: TaskGroup

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: V2Keys.self)
    guard let id = members.words(.group) else {
      throw DecodingError.dataCorruptedError(
        forKey: .group, in: members, debugDescription: "a group without an id")
    }
    let source = members.members(V2NodeKeys.self, .source)
    var group = TaskGroup(
      id: TaskGroupID(rawValue: id),
      state: TaskGroupState(code: Int(members.integer(.status) ?? -1)))
    group.kind = TaskKind(rawValue: members.text(.kind).lowercased()) ?? .prefix
    group.source = source?.source ?? StorageLocation()
    group.destination =
      members.members(V2NodeKeys.self, .destination)?.destination ?? StorageLocation()
    group.speed = ByteRate(rawValue: members.count(.speed))
    group.elapsed = WireTime.duration(ofMilliseconds: members.integer(.totalTime))
    group.startedAt = WireTime.date(ofMilliseconds: members.integer(.startTime))
    group.tasks = Self.tasks(members)
    group.objects = ObjectCounts(
      total: members.count(.total), succeeded: members.count(.groupSucceeded),
      failed: members.count(.groupFailed), skipped: members.count(.groupSkipped))
    group.plannedObjects = members.count(.planned)
    group.totalBytes = ByteCount(rawValue: members.count(.totalSize))
    group.plannedBytes = ByteCount(rawValue: members.count(.plannedSize))
    group.completedBytes = ByteCount(rawValue: members.count(.completeSize))
    group.settings = members.settings(source: source)
    group.outcome = members.outcome
    self.group = group
  }

  private static func tasks(
    _ members: KeyedDecodingContainer<V2Keys>
  ) -> TaskGroup.MemberCounts {
    var tasks = TaskGroup.MemberCounts()
    tasks.total = members.count(.totalTasks)
    tasks.created = members.count(.createdTasks)
    tasks.waiting = members.count(.waitingTasks)
    tasks.running = members.count(.executingTasks)
    tasks.stopped = members.count(.pausedTasks)
    tasks.failed = members.count(.failedTasks)
    tasks.succeeded = members.count(.completedTasks)
    return tasks
  }
}

/// A page of groups.
package struct V2GroupPage: Decodable {
  package let page: TaskGroupPage

  private enum CodingKeys: String, CodingKey { case taskgroups, count }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let list = try container.decode(LenientList<V2Group>.self, forKey: .taskgroups)
    page = TaskGroupPage(
      groups: list.entries.map(\.group), unreadable: list.unreadable,
      total: container.integer(.count).map { Int(max($0, 0)) })
  }
}

/// The answer to the creation of a group.
package struct V2GroupCreated: Decodable {
  package let id: TaskGroupID

  private enum CodingKeys: String, CodingKey { case id = "group_id" }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = TaskGroupID(rawValue: try container.decode(String.self, forKey: .id))
  }
}
