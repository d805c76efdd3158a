import FoundationEssentials
import GRDB
import Migration

/// Questions to the store that change nothing.
extension TaskStore {
  /// A page of a project's tasks, newest first.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - states: Only tasks in one of these; `nil` means all.
  ///   - start: How many to pass over.
  ///   - limit: The most to return.
  /// - Returns: The tasks of the page.
  /// - Throws: When the database cannot be read.
  func page(
    of project: String, in states: [TaskState]?, start: Int, limit: Int
  ) async throws -> [StoredTask] {
    try await pool.read { db in
      // The inner query passes over tasks in the index alone, without reading them.
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(TaskColumn.list) FROM task WHERE id IN (SELECT id FROM task
            WHERE \(Self.condition(states)) ORDER BY id DESC LIMIT ? OFFSET ?) ORDER BY id DESC
          """)
      // A cursor hands out the statement's own row: no copy is made of what is read once.
      return try Array(
        Row.fetchCursor(statement, arguments: [project, limit, start]).map(StoredTask.init(row:)))
    }
  }

  /// How many tasks a project has.
  func count(of project: String, in states: [TaskState]?) async throws -> Int {
    try await pool.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT count(*) FROM task WHERE \(Self.condition(states))")
      return try Int.fetchOne(statement, arguments: [project]) ?? 0
    }
  }

  /// The task of a project, or `nil` when there is none.
  func task(_ id: TaskID, of project: String) async throws -> StoredTask? {
    try await pool.read { db in try Self.task(id, db) }.flatMap {
      $0.project == project ? $0 : nil
    }
  }

  /// A page of the objects that a task's last run did not move.
  func unmoved(
    _ objects: UnmovedObjects, of id: TaskID, start: Int, limit: Int
  ) async throws -> [UnmovedObject] {
    try await pool.read { db in try objects.list(id, from: start, limit: limit, db) }
  }

  /// The tasks that have not ended, those first that have waited longest.
  func unfinished() throws -> [(id: TaskID, state: TaskState)] {
    try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, state FROM task WHERE state IN (0, 1, 2, 7) ORDER BY queued_at, id
          """
      ).map { row in (TaskID(rawValue: row["id"]), TaskState(code: row["state"])) }
    }
  }

  /// The tasks that have waited since before `date`.
  func waiting(since date: Date) throws -> [TaskID] {
    try pool.read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM task WHERE state IN (0, 1, 2, 7) AND state IN (0, 1) AND queued_at < ?
          """,
        arguments: [date.milliseconds]
      ).map(TaskID.init(rawValue:))
    }
  }

  /// How many tasks of a project have been created with this id or a later one, deleted ones too.
  func creations(of project: String, from id: TaskID) throws -> Int {
    try pool.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM task WHERE project = :project AND id >= :id)
            + (SELECT count(*) FROM deletion WHERE project = :project AND task >= :id)
          """,
        arguments: ["project": project, "id": id.rawValue]) ?? 0
    }
  }

  /// How many tasks of a project have been accepted and do not run yet.
  func waitingCount(of project: String) throws -> Int {
    try pool.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM task WHERE \(Self.condition([.initialising, .waiting]))",
        arguments: [project]) ?? 0
    }
  }

  /// The highest id that was ever given, or `nil` when none was.
  func highestID() throws -> TaskID? {
    try pool.read { db in
      try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'task'")
        .map(TaskID.init(rawValue:))
    }
  }

  /// The tasks among `ids` that are there.
  func existing(_ ids: [TaskID]) throws -> Set<TaskID> {
    try pool.read { db in
      let statement = try db.cachedStatement(sql: "SELECT 1 FROM task WHERE id = ?")
      return Set(
        try ids.filter { try Int.fetchOne(statement, arguments: [$0.rawValue]) != nil })
    }
  }

  /// Fails when the database cannot be read.
  func check() async throws {
    _ = try await pool.read { db in try Int.fetchOne(db, sql: "SELECT 1") }
  }

  // The codes are this program's own numbers, so that they may stand in the text.
  private static func condition(_ states: [TaskState]?) -> String {
    guard let states else { return "project = ?" }
    let codes = states.map { String($0.code) }.joined(separator: ", ")
    return "project = ? AND state IN (\(codes))"
  }
}
