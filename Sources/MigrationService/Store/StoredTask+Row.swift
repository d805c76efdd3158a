import FoundationEssentials
import GRDB
import MigrationAPI

extension StoredTask {
  /// The task in a row of the table `task`.
  init(row: Row) throws {
    id = TaskID(rawValue: row["id"])
    project = row["project"]
    name = row["name"]
    state = TaskState(code: row["state"])
    definition = try TaskDefinition(row: row)
    progress = MoveProgress(row: row)
    run = try TaskRun(row: row)
    failure = (row["failure_code"] as String?).map {
      TaskFailure(code: $0, message: row["failure_message"] ?? "")
    }
    failedObjects = row["recorded"]
  }

  /// Adds the task as a row.
  func insert(into db: Database, keys: Data, at now: Date) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO task (id, project, name, state, kind, source_provider, source_region,
          source_bucket, source_keys, destination_provider, destination_region,
          destination_bucket, destination_folder, threads, description, bandwidth, changed_since,
          shown, queued_at, run, elapsed, total_objects, succeeded_objects, failed_objects,
          skipped_objects, total_bytes, real_bytes, completed_bytes, is_scanned, recorded, keys)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)
        """)
    let (source, destination) = (definition.source, definition.destination)
    try statement.execute(arguments: [
      id.rawValue, project, name, state.code, definition.kind.rawValue,
      source.provider, source.region, source.bucket, try JSONText.text(of: source.keys),
      destination.provider, destination.region, destination.bucket, destination.keys.first,
      definition.threads, definition.description, try JSONText.text(of: definition.bandwidth),
      definition.changedSince?.milliseconds, try JSONText.text(of: definition.shown),
      now.milliseconds, keys,
    ])
  }
}

extension TaskDefinition {
  fileprivate init(row: Row) throws {
    self.init(
      kind: TaskKind(rawValue: row["kind"]) ?? .object,
      source: StorageLocation(
        provider: row["source_provider"], region: row["source_region"],
        bucket: row["source_bucket"], keys: try JSONText.value(row["source_keys"])),
      destination: StorageLocation(
        provider: row["destination_provider"], region: row["destination_region"],
        bucket: row["destination_bucket"],
        keys: (row["destination_folder"] as String?).map { [$0] } ?? []),
      threads: row["threads"], description: row["description"],
      bandwidth: try JSONText.value(row["bandwidth"]),
      changedSince: (row["changed_since"] as Int64?).map(Date.init(milliseconds:)),
      shown: try JSONText.value(row["shown"]))
  }
}

extension TaskRun {
  fileprivate init(row: Row) throws {
    self.init()
    number = row["run"]
    firstBegan = (row["first_began_at"] as Int64?).map(Date.init(milliseconds:))
    began = (row["began_at"] as Int64?).map(Date.init(milliseconds:))
    elapsedBefore = .milliseconds(row["elapsed"] as Int64)
    earlier = try EarlierRunsRecord.value(row["earlier"])
  }
}

extension MoveProgress {
  fileprivate init(row: Row) {
    self.init(
      objects: ObjectCounts(
        total: row["total_objects"], succeeded: row["succeeded_objects"],
        failed: row["failed_objects"], skipped: row["skipped_objects"]),
      totalBytes: row["total_bytes"], realBytes: row["real_bytes"],
      completedBytes: row["completed_bytes"], isScanned: row["is_scanned"])
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
