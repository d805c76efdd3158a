package import Migration

/// A task as it is answered, with what only a service knows of it.
package struct AnsweredTask: Equatable, Sendable {
  /// The task.
  package var task: MigrationTask
  /// Bytes of the task without those of skipped objects; `nil` when it is not said.
  package var realSize: ByteCount?

  /// An answer about `task`.
  package init(_ task: MigrationTask, realSize: ByteCount? = nil) {
    self.task = task
    self.realSize = realSize
  }
}

extension WireForm<AnsweredTask> {
  /// A task.
  package static func task(in dialect: TaskDialect) -> WireForm {
    WireForm { reader throws(WireProblem) in
      var neighbour = TaskNeighbour()
      return try AnsweredTask(&reader, beside: &neighbour, in: dialect)
    } write: { answer, writer in
      answer.write(to: &writer, in: dialect)
    }
  }
}

/// What tasks of a list often have in common with the one before them.
struct TaskNeighbour {
  fileprivate var source = WireReader.Repetition<Node>()
  fileprivate var destination = WireReader.Repetition<Node>()
  fileprivate var kind = WireReader.Repetition<TaskKind>()
  fileprivate var task: MigrationTask?
}

extension AnsweredTask {
  /// Reads a task, the one after `neighbour` in a list; `nil` when it has no id.
  init?(
    _ reader: inout WireReader, beside neighbour: inout TaskNeighbour, in dialect: TaskDialect
  ) throws(WireProblem) {
    guard var members = try reader.members(TaskMember.names(in: dialect)) else { return nil }
    var id: Int64?
    var task = MigrationTask(id: TaskID(rawValue: 0))
    var settings = TaskSettings()
    var outcome = TaskOutcome()
    while let member = try members.next(&reader) {
      switch member {
      case .id: id = try reader.integer().flatMap { $0 < 0 ? nil : $0 }
      case .name: task.name = try reader.text() ?? ""
      case .status: task.state = TaskState(code: Int(try reader.integer() ?? -1))
      case .kind:
        let kind = try reader.repeating(&neighbour.kind) { reader throws(WireProblem) in
          try reader.words().flatMap(TaskKind.init)
        }
        task.kind = kind ?? .object
      case .source:
        let node = try reader.repeating(&neighbour.source) { reader throws(WireProblem) in
          try Node(&reader, isDestination: false, in: dialect)
        }
        task.source = node?.location ?? StorageLocation()
        settings.listFile = node?.listFile
        settings.appID = node?.appID
      case .destination:
        let node = try reader.repeating(&neighbour.destination) { reader throws(WireProblem) in
          try Node(&reader, isDestination: true, in: dialect)
        }
        task.destination = node?.location ?? StorageLocation()
      case .progress: task.progress = try reader.part()
      case .speed: task.speed = ByteRate(rawValue: try reader.count())
      case .completeSize: task.completedBytes = ByteCount(rawValue: try reader.count())
      case .totalSize: task.totalBytes = ByteCount(rawValue: try reader.count())
      case .realSize: realSize = try reader.integer().map { ByteCount(rawValue: max($0, 0)) }
      case .total: task.objects.total = try reader.count()
      case .succeeded: task.objects.succeeded = try reader.count()
      case .failed: task.objects.failed = try reader.count()
      case .skipped: task.objects.skipped = try reader.count()
      case .isScanned: task.isScanned = try reader.bool()
      case .startTime: task.startedAt = WireTime.date(ofMilliseconds: try reader.integer())
      case .totalTime: task.elapsed = WireTime.duration(ofMilliseconds: try reader.integer())
      case .leftTime: task.timeLeft = WireTime.duration(ofMilliseconds: try reader.integer())
      case .group: task.groupID = try reader.words().map(TaskGroupID.init)
      default:
        try settings.read(member, &reader)
        try outcome.read(member, &reader, in: dialect)
      }
    }
    guard let id else {
      reader.tellMissing(TaskMember.id.name(in: dialect), inObjectAt: members.start)
      return nil
    }
    task.id = TaskID(rawValue: id)
    task.settings = settings
    if outcome != TaskOutcome() { task.outcome = outcome }
    if let other = neighbour.task { task.shareDetails(with: other) }
    neighbour.task = task
    self.task = task
  }

  /// Writes a task as answers have it.
  func write(to writer: inout WireWriter, in dialect: TaskDialect) {
    writer.object(TaskMember.names(in: dialect)) { members in
      members.write(.id, task.id.rawValue)
      members.write(.name, task.name)
      members.write(.status, task.state.code)
      members.write(.kind, task.kind.rawValue)
      members.write(.source) { writer in
        writer.object(NodeMember.self) { $0.writeAnswer(task.source, task.settings, in: dialect) }
      }
      members.write(.destination) { writer in
        writer.object(NodeMember.self) { $0.writeAnswer(task.destination, nil, in: dialect) }
      }
      members.write(.progress, task.progress)
      members.write(.speed, task.speed.rawValue)
      members.write(.completeSize, task.completedBytes.rawValue)
      members.write(.totalSize, task.totalBytes.rawValue)
      members.write(.realSize, realSize?.rawValue)
      members.write(.total, task.objects.total)
      members.write(.succeeded, task.objects.succeeded)
      members.write(.failed, task.objects.failed)
      members.write(.skipped, task.objects.skipped)
      members.write(.isScanned, task.isScanned)
      members.write(.startTime, WireTime.milliseconds(of: task.startedAt) ?? 0)
      members.write(.totalTime, WireTime.milliseconds(of: task.elapsed) ?? 0)
      members.write(.leftTime, WireTime.milliseconds(of: task.timeLeft) ?? 0)
      if dialect.isFirst {
        members.write(.group, task.groupID?.rawValue)
      } else {
        members.write(.group, task.groupID?.rawValue ?? "")
        members.write(.groupType, task.groupID == nil ? "NORMAL_TASK" : "GROUP_TASK")
      }
      members.writeAnswer(task.settings, in: dialect)
      members.writeAnswer(task.outcome, in: dialect)
    }
  }
}
