package import Migration

extension WireForm<SyncTask> {
  /// A synchronisation task: section 6 of the v2 reference.
  package static let synchronisationTask = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(TaskMember.names(in: .synchronisation)) else {
      return nil
    }
    var id: String?
    var task = SyncTask(id: SyncTaskID(rawValue: ""), state: .unknown(""))
    var month = MonthParts()
    while let member = try members.next(&reader) {
      switch member {
      case .synchronisationID: id = try reader.words()
      case .status: task.state = SyncTaskState(wireWord: try reader.text() ?? "")
      case .provider: task.source.provider = WireProvider.usual(try reader.text() ?? "")
      case .sourceRegion: task.source.region = try reader.text() ?? ""
      case .sourceBucket: task.source.bucket = try reader.text() ?? ""
      case .destinationRegion: task.destination.region = try reader.text() ?? ""
      case .destinationBucket: task.destination.bucket = try reader.text() ?? ""
      case .createTime: task.createdAt = WireTime.date(ofMilliseconds: try reader.integer())
      case .lastStartTime:
        task.lastStartedAt = WireTime.date(ofMilliseconds: try reader.integer())
      case .appID: task.settings.appID = try reader.words()
      default:
        try month.read(member, &reader)
        try task.settings.read(member, &reader)
      }
    }
    guard let id else {
      reader.tellMissing(TaskMember.synchronisationID.rawValue, inObjectAt: members.start)
      return nil
    }
    task.id = SyncTaskID(rawValue: id)
    task.month = month.whole
    return task
  } write: { task, writer in
    writer.object(TaskMember.names(in: .synchronisation)) { $0.write(task) }
  }
}

/// The sums of a month, as far as they were read.
private struct MonthParts {
  private var requests: Int64?
  private var objects = ObjectCounts()
  private var bytes = ByteCount(rawValue: 0)

  /// Reads the value of `member`, if it is one of the sums; any other is left to be read.
  mutating func read(_ member: TaskMember, _ reader: inout WireReader) throws(WireProblem) {
    switch member {
    case .monthRequests: requests = try reader.integer()
    case .monthSucceeded: objects.succeeded = try reader.count()
    case .monthFailed: objects.failed = try reader.count()
    case .monthSkipped: objects.skipped = try reader.count()
    case .monthSize: bytes = ByteCount(rawValue: try reader.count())
    default: break
    }
  }

  /// The month; `nil` in lists, which have none.
  var whole: SyncTask.Month? {
    guard let requests else { return nil }
    var objects = objects
    objects.total = objects.succeeded &+ objects.failed &+ objects.skipped
    return SyncTask.Month(requests: max(requests, 0), objects: objects, bytes: bytes)
  }
}

extension MemberWriter where Member == TaskMember {
  fileprivate mutating func write(_ task: SyncTask) {
    write(.synchronisationID, task.id.rawValue)
    write(.status, task.state.wireWord)
    write(.provider, task.source.provider)
    write(.sourceRegion, task.source.region)
    write(.sourceBucket, task.source.bucket)
    write(.destinationRegion, task.destination.region)
    write(.destinationBucket, task.destination.bucket)
    write(.createTime, WireTime.milliseconds(of: task.createdAt) ?? 0)
    write(.lastStartTime, WireTime.milliseconds(of: task.lastStartedAt) ?? 0)
    write(.appID, task.settings.appID)
    writeAnswer(task.settings, in: .synchronisation)
    guard let month = task.month else { return }
    write(.monthRequests, month.requests)
    write(.monthSucceeded, month.objects.succeeded)
    write(.monthFailed, month.objects.failed)
    write(.monthSkipped, month.objects.skipped)
    write(.monthSize, month.bytes.rawValue)
  }
}

extension WireBody {
  /// The body of the creation of a synchronisation task.
  ///
  /// - Throws: ``APIProblem`` of kind ``APIProblem/Kind/invalid`` when it cannot say all of `task`.
  package static func creation(of task: NewSyncTask) throws(APIProblem) -> WireBody {
    try Unsayable.check(task)
    return WireBody { writer in
      writer.object(TaskMember.names(in: .synchronisation)) { members in
        members.write(.provider, words: task.source.provider)
        members.write(.sourceRegion, task.source.region)
        members.write(.sourceBucket, task.source.bucket)
        members.write(.sourceAccessKey, task.keys.source?.accessKey)
        members.write(.sourceSecretKey, task.keys.source?.secretKey)
        members.write(.destinationAccessKey, task.keys.destination?.accessKey)
        members.write(.destinationSecretKey, task.keys.destination?.secretKey)
        members.write(.destinationRegion, task.destination.region)
        members.write(.destinationBucket, task.destination.bucket)
        members.write(.appID, task.settings.appID)
        members.writeRequest(task.settings, domainKey: task.keys.sourceDomain)
      }
    }
  }
}

extension Unsayable {
  fileprivate static func check(_ task: NewSyncTask) throws(APIProblem) {
    let settings = task.settings
    var unsayable = Unsayable(in: .sync)
    unsayable.note(.selection, if: !task.source.keys.isEmpty)
    unsayable.note(.listFile, if: settings.listFile != nil)
    unsayable.note(.folder, if: !task.destination.keys.isEmpty)
    unsayable.note(.limits, if: !settings.bandwidth.isEmpty)
    unsayable.note(.changedSince, if: settings.changedSince != nil)
    unsayable.note(.threads, if: settings.threads != nil)
    unsayable.note(.encryption, if: settings.isEncrypted != nil)
    unsayable.note(.failedList, if: settings.recordsFailedObjects != nil)
    unsayable.note(.requesterPays, if: settings.requesterPays != nil)
    unsayable.note(.overwrite, if: settings.overwriteMode != nil)
    unsayable.note(.priority, if: settings.priority != nil)
    unsayable.noteMoreThanPair(in: task.keys)
    try unsayable.refuse()
  }
}
