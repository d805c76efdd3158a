import FoundationEssentials
import GRDB
import Migration

/// Tasks as they stood before there were groups.
enum EarlierTask {
  /// Adds a task's row.
  static func insert(_ task: StoredTask, _ keys: Data?, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO task (id, project, name, state, queued_at, definition, story, keys)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      task.id.rawValue, task.project, task.name, task.state.code, task.queuedAt.milliseconds,
      try JSONText.text(of: task.definition), try TaskRecord.story(of: task), keys,
    ])
  }
}

extension StoredTask {
  /// The task in a row of ``EarlierColumn/list``.
  init(earlier row: Row) throws {
    self.init(
      id: TaskID(rawValue: row[.id]), project: row[.project], name: row[.name],
      definition: try TaskDefinition(row: row), queuedAt: Date(milliseconds: row[.queuedAt]))
    state = TaskState(code: row[.state])
    progress = MoveProgress(row: row)
    run = try TaskRun(row: row)
    failure = (row[.failureCode] as String?).map {
      TaskFailure(code: $0, message: row[.failureMessage] ?? "")
    }
    isConfined = row[.isConfined]
  }
}

extension TaskDefinition {
  fileprivate init(row: Row) throws {
    self.init(
      kind: TaskKind(rawValue: row[.kind]) ?? .object,
      source: StorageLocation(
        provider: row[.sourceProvider], region: row[.sourceRegion],
        bucket: row[.sourceBucket], keys: try JSONText.list(row[.sourceKeys])),
      destination: StorageLocation(
        provider: row[.destinationProvider], region: row[.destinationRegion],
        bucket: row[.destinationBucket],
        keys: (row[.destinationFolder] as String?).map { [$0] } ?? []),
      threads: row[.threads], description: row[.description],
      bandwidth: try JSONText.list(row[.bandwidth]),
      changedSince: (row[.changedSince] as Int64?).map(Date.init(milliseconds:)),
      shown: try ShownSettings(text: row[.shown]))
  }
}

extension ShownSettings {
  private static let standard = (text: try? JSONText.text(of: ShownSettings()), ShownSettings())

  // Most tasks have the standard ones, and comparing is cheaper than reading.
  fileprivate init(text: String) throws {
    self = text == Self.standard.text ? Self.standard.1 : try JSONText.value(text)
  }
}

extension TaskRun {
  fileprivate init(row: Row) throws {
    self.init()
    number = row[.run]
    firstBegan = (row[.firstBeganAt] as Int64?).map(Date.init(milliseconds:))
    began = (row[.beganAt] as Int64?).map(Date.init(milliseconds:))
    elapsedBefore = .milliseconds(row[.elapsed] as Int64)
    earlier = try EarlierRunsRecord.value(row[.earlier])
  }
}

extension MoveProgress {
  fileprivate init(row: Row) {
    self.init(
      objects: ObjectCounts(
        total: row[.totalObjects], succeeded: row[.succeededObjects],
        failed: row[.failedObjects], skipped: row[.skippedObjects]),
      totalBytes: row[.totalBytes], realBytes: row[.realBytes],
      completedBytes: row[.completedBytes], isScanned: row[.isScanned])
  }
}

/// ``EarlierRuns`` as JSON.
private struct EarlierRunsRecord: Decodable {
  private let failedObjects: Int64?
  private let total: Int64
  private let succeeded: Int64
  private let failed: Int64
  private let skipped: Int64
  private let totalBytes: Int64
  private let realBytes: Int64
  private let completedBytes: Int64

  /// What the column's text says.
  static func value(_ text: String?) throws -> EarlierRuns {
    guard let text else { return .none }
    let record: Self = try JSONText.value(text)
    return record.failedObjects.map { .failedObjects(count: $0, record.progress) }
      ?? .all(record.progress)
  }

  private var progress: MoveProgress {
    MoveProgress(
      objects: ObjectCounts(
        total: total, succeeded: succeeded, failed: failed, skipped: skipped),
      totalBytes: totalBytes, realBytes: realBytes, completedBytes: completedBytes)
  }
}
