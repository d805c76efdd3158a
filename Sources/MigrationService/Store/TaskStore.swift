import FoundationEssentials
import GRDB
import Migration
import SystemPackage

/// The tasks on disk: SQLite with a write-ahead log, each write on disk before it returns.
///
/// Writes block until they are durable; call them from a thread that may wait. All times are stored
/// as milliseconds since 1970.
struct TaskStore: Sendable {
  let pool: DatabasePool
  private let vault: KeyVault

  /// Opens the store in `directory`, making or upgrading what is not there.
  ///
  /// - Parameter directory: A directory with mode 0700; the files in it get 0600.
  /// - Throws: Whatever is in the way: no room, no right, a database of a later version.
  init(directory: FilePath) throws {
    vault = try KeyVault(file: directory.appending("service.key"))
    let file = directory.appending("service.db")
    // SQLite gives its other files the mode of this one.
    try FileDescriptor.open(
      file, .readWrite, options: [.create, .closeOnExec], permissions: .ownerReadWrite
    ).close()
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    pool = try DatabasePool(path: file.string, configuration: configuration)
    // The pool sets NORMAL on its writer, under which a power cut takes back what was answered; it
    // does so after it has prepared the connection, which it then keeps as long as it lives.
    try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    let schema = TaskSchema.migrator
    try pool.write { db in
      guard try !schema.hasBeenSuperseded(db) else { throw StoreProblem.laterVersion }
    }
    try schema.migrate(pool)
  }

  /// Adds tasks, all or none, each with the keys that it needs until it ends.
  func insert(_ tasks: [(task: StoredTask, keys: TransferKeys)], at now: Date) throws {
    let sealed = try tasks.map { ($0.task, try vault.seal($0.keys, for: $0.task.id)) }
    try pool.write { db in
      for (task, keys) in sealed { try task.insert(into: db, keys: keys, at: now) }
    }
  }

  /// The task, or `nil` when there is none.
  func task(_ id: TaskID) throws -> StoredTask? {
    try pool.read { db in try Self.task(id, db) }
  }

  /// The keys of a task that has not ended, or `nil` when they are gone or cannot be read.
  func keys(of id: TaskID) throws -> TransferKeys? {
    let sealed = try pool.read { db in
      try Data.fetchOne(db, sql: "SELECT keys FROM task WHERE id = ?", arguments: [id.rawValue])
    }
    return sealed.flatMap { vault.open($0, for: id) }
  }

  /// Lets tasks wait.
  func wait(_ ids: [TaskID]) throws {
    try pool.write { db in
      let statement = try db.cachedStatement(sql: "UPDATE task SET state = 1 WHERE id = ?")
      for id in ids { try statement.execute(arguments: [id.rawValue]) }
    }
  }

  /// Marks a running task as stopping.
  func markStopping(_ id: TaskID) throws {
    try pool.write { db in
      try db.execute(sql: "UPDATE task SET state = 7 WHERE id = ?", arguments: [id.rawValue])
    }
  }

  /// Lets an ended task wait for another run, with new keys.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - keys: The keys for both sides.
  ///   - earlier: What its runs have done so far.
  ///   - isConfined: Whether the run has to stay where callers from elsewhere may go.
  ///   - now: When it begins to wait.
  /// - Throws: When it could not be written.
  func requeue(
    _ id: TaskID, keys: TransferKeys, earlier: EarlierRuns, isConfined: Bool = false,
    at now: Date
  ) throws {
    let sealed = try vault.seal(keys, for: id)
    try pool.write { db in
      try db.execute(
        sql: """
          UPDATE task SET state = 1, keys = ?, earlier = ?, is_confined = ?, queued_at = ?,
            began_at = NULL,
            failure_code = NULL, failure_message = NULL WHERE id = ?
          """,
        arguments: [
          sealed, try EarlierRunsRecord.text(of: earlier), isConfined, now.milliseconds,
          id.rawValue,
        ])
    }
  }

  /// Lets a waiting task run.
  ///
  /// - Returns: The task with its new run.
  func begin(_ id: TaskID, at now: Date) throws -> StoredTask? {
    try pool.write { db in
      try db.execute(
        sql: """
          UPDATE task SET state = 2, run = run + 1, began_at = ?,
            first_began_at = coalesce(first_began_at, ?) WHERE id = ? AND state IN (0, 1)
          """,
        arguments: [now.milliseconds, now.milliseconds, id.rawValue])
      return try Self.task(id, db)
    }
  }

  /// Writes down how far running tasks are.
  func save(_ progress: [TaskID: MoveProgress]) throws {
    try pool.write { db in
      for (id, progress) in progress { try progress.update(id, db) }
    }
  }

  /// Ends a run, and forgets the keys with it.
  ///
  /// - Parameters:
  ///   - task: The task with its last state, progress, failure and run.
  ///   - failedObjects: The objects to record for another run.
  ///   - leftOut: What was left out unasked.
  /// - Throws: When it could not be written.
  func end(
    _ task: StoredTask, failedObjects: [UnmovedObject] = [], leftOut: [UnmovedObject] = []
  ) throws {
    try pool.write { db in
      try db.execute(
        sql: """
          UPDATE task SET state = ?, keys = NULL, elapsed = ?, failure_code = ?,
            failure_message = ?, recorded = ? WHERE id = ?
          """,
        arguments: [
          task.state.code, task.run.elapsedBefore.milliseconds, task.failure?.code,
          task.failure?.message, failedObjects.count, task.id.rawValue,
        ])
      try task.progress.update(task.id, db)
      try UnmovedObjects.failed.replace(task.id, with: failedObjects, db)
      try UnmovedObjects.leftOut.replace(task.id, with: leftOut, db)
    }
  }

  /// Replaces the speed windows of a task.
  func setBandwidth(_ windows: [BandwidthWindow], of id: TaskID) throws {
    try pool.write { db in
      try db.execute(
        sql: "UPDATE task SET bandwidth = ? WHERE id = ?",
        arguments: [try JSONText.text(of: windows), id.rawValue])
    }
  }

  /// Removes a task with everything that belongs to it, and notes that it was there.
  func delete(_ task: StoredTask, at now: Date) throws {
    try pool.write { db in
      try db.execute(
        sql: "INSERT INTO deletion (task, project, name, deleted_at) VALUES (?, ?, ?, ?)",
        arguments: [task.id.rawValue, task.project, task.name, now.milliseconds])
      try db.execute(sql: "DELETE FROM task WHERE id = ?", arguments: [task.id.rawValue])
    }
  }

  /// The objects that failed in a task's last run, in the order they failed.
  func failedObjects(of id: TaskID) throws -> [UnmovedObject] {
    try pool.read { db in try UnmovedObjects.failed.list(id, db) }
  }

  static func task(_ id: TaskID, _ db: Database) throws -> StoredTask? {
    let statement = try db.cachedStatement(sql: "SELECT \(TaskColumn.list) FROM task WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.rawValue]).map(StoredTask.init(row:))
  }
}

/// Why a store cannot be used.
enum StoreProblem: Error, Equatable, CustomStringConvertible {
  /// A later version of this program has written the database.
  case laterVersion
  /// The key file is there but is not one.
  case keyFile(String)

  var description: String {
    switch self {
    case .laterVersion: "service.db was written by a later version of ferry; update ferry"
    case .keyFile(let path):
      "\(path) is not a key file; remove it to lose the keys of waiting tasks"
    }
  }
}
