package import Migration

/// A task as v2 answers it: section 4 of the v2 reference.
package struct V2Task: WireTask {
  package let task: MigrationTask

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: V2Keys.self)
    guard let id = members.integer(.id), id >= 0 else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: members, debugDescription: "a task without an id")
    }
    let source = members.members(V2NodeKeys.self, .source)
    var task = MigrationTask(id: TaskID(rawValue: id), name: members.text(.name))
    task.state = TaskState(code: Int(members.integer(.status) ?? -1))
    task.kind = members.lenient(String.self, .kind).flatMap(TaskKind.init) ?? .object
    task.source = source?.source ?? StorageLocation()
    task.destination =
      members.members(V2NodeKeys.self, .destination)?.destination ?? StorageLocation()
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
    task.groupID = members.words(.group).map(TaskGroupID.init(rawValue:))
    task.settings = members.settings(source: source)
    let outcome = members.outcome
    if outcome != TaskOutcome() { task.outcome = outcome }
    self.task = task
  }
}
