import FoundationEssentials
import GRDB
import Migration

extension StoredTask {
  /// The task in a row of ``TaskColumn/list``.
  init(row: Row) throws {
    id = TaskID(rawValue: row[.id])
    project = row[.project]
    name = row[.name]
    state = TaskState(code: row[.state])
    definition = try TaskDefinition(row: row)
    progress = MoveProgress(row: row)
    run = try TaskRun(row: row)
    failure = (row[.failureCode] as String?).map {
      TaskFailure(code: $0, message: row[.failureMessage] ?? "")
    }
    failedObjects = row[.recorded]
    isConfined = row[.isConfined]
  }

  /// Adds the task as a row.
  func insert(into db: Database, keys: Data, at now: Date) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO task (id, project, name, state, kind, source_provider, source_region,
          source_bucket, source_keys, destination_provider, destination_region,
          destination_bucket, destination_folder, threads, description, bandwidth, changed_since,
          shown, queued_at, run, elapsed, total_objects, succeeded_objects, failed_objects,
          skipped_objects, total_bytes, real_bytes, completed_bytes, is_scanned, recorded, keys,
          is_confined)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?)
        """)
    let (source, destination) = (definition.source, definition.destination)
    try statement.execute(arguments: [
      id.rawValue, project, name, state.code, definition.kind.rawValue,
      source.provider, source.region, source.bucket, try JSONText.text(of: source.keys),
      destination.provider, destination.region, destination.bucket, destination.keys.first,
      definition.threads, definition.description, try JSONText.text(of: definition.bandwidth),
      definition.changedSince?.milliseconds, try JSONText.text(of: definition.shown),
      now.milliseconds, keys, isConfined,
    ])
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

  /// Writes the progress into a task's row; the speed is of the moment and is not kept.
  func update(_ id: TaskID, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        UPDATE task SET total_objects = ?, succeeded_objects = ?, failed_objects = ?,
          skipped_objects = ?, total_bytes = ?, real_bytes = ?, completed_bytes = ?,
          is_scanned = ? WHERE id = ?
        """)
    try statement.execute(arguments: [
      objects.total, objects.succeeded, objects.failed, objects.skipped, totalBytes, realBytes,
      completedBytes, isScanned, id.rawValue,
    ])
  }
}
