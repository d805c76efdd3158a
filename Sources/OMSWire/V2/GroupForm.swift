package import Migration

extension WireForm<TaskGroup> {
  /// A task group: section 5 of the v2 reference.
  package static let group = WireForm { reader throws(WireProblem) in
    guard var members = try reader.members(TaskMember.names(in: .group)) else { return nil }
    var id: String?
    var group = TaskGroup(id: TaskGroupID(rawValue: ""))
    while let member = try members.next(&reader) {
      switch member {
      case .group: id = try reader.words()
      default: try group.read(member, &reader)
      }
    }
    guard let id else {
      reader.tellMissing(TaskMember.group.rawValue, inObjectAt: members.start)
      return nil
    }
    group.id = TaskGroupID(rawValue: id)
    return group
  } write: { group, writer in
    writer.object(TaskMember.names(in: .group)) { $0.write(group) }
  }
}

extension TaskGroup {
  fileprivate mutating func read(
    _ member: TaskMember, _ reader: inout WireReader
  ) throws(WireProblem) {
    switch member {
    case .status: state = TaskGroupState(code: Int(try reader.integer() ?? -1))
    case .kind: kind = TaskKind(rawValue: (try reader.text() ?? "").lowercased()) ?? .prefix
    case .source:
      let node = try Node(&reader, isDestination: false, in: .group)
      source = node?.location ?? StorageLocation()
      settings.listFile = node?.listFile
      settings.appID = node?.appID
    case .destination:
      destination =
        try Node(&reader, isDestination: true, in: .group)?.location ?? StorageLocation()
    case .speed: speed = ByteRate(rawValue: try reader.count())
    case .totalTime: elapsed = WireTime.duration(ofMilliseconds: try reader.integer())
    case .startTime: startedAt = WireTime.date(ofMilliseconds: try reader.integer())
    case .totalSize: totalBytes = ByteCount(rawValue: try reader.count())
    case .plannedSize: plannedBytes = ByteCount(rawValue: try reader.count())
    case .completeSize: completedBytes = ByteCount(rawValue: try reader.count())
    default:
      if let count = Self.count(member) { self[keyPath: count] = try reader.count() }
      try settings.read(member, &reader)
      try outcome.read(member, &reader, in: .group)
    }
  }

  /// What a member counts.
  fileprivate static func count(_ member: TaskMember) -> WritableKeyPath<TaskGroup, Int64>? {
    switch member {
    case .total: \.objects.total
    case .succeeded: \.objects.succeeded
    case .failed: \.objects.failed
    case .skipped: \.objects.skipped
    case .planned: \.plannedObjects
    case .totalTasks: \.tasks.total
    case .createdTasks: \.tasks.created
    case .waitingTasks: \.tasks.waiting
    case .executingTasks: \.tasks.running
    case .pausedTasks: \.tasks.stopped
    case .failedTasks: \.tasks.failed
    case .completedTasks: \.tasks.succeeded
    default: nil
    }
  }
}

extension MemberWriter where Member == TaskMember {
  fileprivate mutating func write(_ group: TaskGroup) {
    write(.group, group.id.rawValue)
    write(.status, group.state.code)
    write(.kind, group.kind.rawValue.uppercased())
    write(.source) { writer in
      writer.object(NodeMember.self) { $0.writeAnswer(group.source, group.settings, in: .group) }
    }
    write(.destination) { writer in
      writer.object(NodeMember.self) { $0.writeAnswer(group.destination, nil, in: .group) }
    }
    write(.speed, group.speed.rawValue)
    write(.totalTime, WireTime.milliseconds(of: group.elapsed) ?? 0)
    write(.startTime, WireTime.milliseconds(of: group.startedAt) ?? 0)
    write(.totalSize, group.totalBytes.rawValue)
    write(.plannedSize, group.plannedBytes.rawValue)
    write(.completeSize, group.completedBytes.rawValue)
    for member in TaskMember.allCases {
      if let count = TaskGroup.count(member) { write(member, group[keyPath: count]) }
    }
    writeAnswer(group.settings, in: .group)
    writeAnswer(group.outcome, in: .group)
  }
}
