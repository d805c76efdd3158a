import FoundationEssentials
import GRDB
import Migration

/// Questions to the store that change nothing.
extension TaskStore {
  /// The task, or `nil` when there is none.
  func task(_ id: TaskID) throws -> StoredTask? {
    try pool.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT \(TaskRecord.columns) FROM task WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id.rawValue]).map(TaskRecord.task)
    }
  }

  /// The keys of a task that has not ended, or `nil` when they are gone or cannot be read.
  func keys(of id: TaskID) throws -> TransferKeys? {
    let sealed = try pool.read { db in
      try Data.fetchOne(db, sql: "SELECT keys FROM task WHERE id = ?", arguments: [id.rawValue])
    }
    return sealed.flatMap { vault.open($0, for: id) }
  }

  /// The JSON of the tasks as a version answers them, as far as they are there and do not move.
  func answers(to ids: [TaskID], in version: APIGeneration) throws -> [TaskID: [UInt8]] {
    guard let last = ids.last else { return [:] }
    let question = AnswerQuestion.of(version, count: ids.count)
    return try pool.read { db in
      let statement = try db.cachedStatement(sql: question.sql)
      var answers = [TaskID: [UInt8]](minimumCapacity: ids.count)
      for start in stride(from: 0, to: ids.count, by: question.size) {
        var asked = ids[start...].prefix(question.size).map { $0.rawValue }
        asked += repeatElement(last.rawValue, count: question.size - asked.count)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(asked))
        while let row = try rows.next() {
          try row.withUnsafeData(atIndex: 1) { json in
            answers[TaskID(rawValue: row[0])] = json.map { $0.withUnsafeBytes { Array($0) } }
          }
        }
      }
      return answers
    }
  }

  /// Which tasks there are, and where they stand.
  func index() throws -> TaskIndex {
    try pool.read { db in
      var index = TaskIndex()
      let groups = try Row.fetchCursor(
        db, sql: "SELECT id, project FROM task_group ORDER BY number")
      while let row = try groups.next() {
        index.add(TaskGroupID(rawValue: row[0]), of: row[1])
      }
      let rows = try Row.fetchCursor(
        db, sql: "SELECT id, project, state, task_group FROM task ORDER BY id")
      while let row = try rows.next() {
        index.set(
          TaskID(rawValue: row[0]), of: row[1],
          in: (row[3] as String?).map(TaskGroupID.init), to: TaskState(code: row[2]))
      }
      return index
    }
  }

  /// The tasks that have not ended, those first that have waited longest.
  func unfinished() throws -> [TaskID] {
    try ids("SELECT id FROM task WHERE state IN (0, 1, 2, 7) ORDER BY queued_at, id")
  }

  /// The priorities of those unfinished tasks that do not have the usual one.
  func priorities() throws -> [TaskID: TaskPriority] {
    try pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, json_extract(definition, '$.chosen.priority') AS priority FROM task
          WHERE state IN (0, 1, 2, 7) AND priority <> ?
          """, arguments: [TaskPriority.medium.rawValue])
      return Dictionary(
        rows.map { (TaskID(rawValue: $0[0]), TaskPriority(rawValue: $0[1]) ?? .medium) },
        uniquingKeysWith: { one, _ in one })
    }
  }

  /// The tasks that have waited since before `date`.
  func waiting(since date: Date) throws -> [TaskID] {
    // The first condition is that of the index.
    try ids(
      """
      SELECT id FROM task
      WHERE state IN (0, 1, 2, 7) AND state IN (0, 1) AND queued_at < \(date.milliseconds)
      """)
  }

  /// How many tasks of a project are gone that were created with this id or a later one.
  func deletions(of project: String, from id: TaskID) throws -> Int {
    try pool.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM deletion WHERE project = ? AND task >= ?",
        arguments: [project, id.rawValue]) ?? 0
    }
  }

  /// The highest id that was ever given, or `nil` when none was.
  func highestID() throws -> TaskID? {
    try pool.read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT max(id) FROM (SELECT max(id) AS id FROM task UNION ALL SELECT max(task) FROM deletion)
          """
      ).map(TaskID.init(rawValue:))
    }
  }

  /// Fails when the database cannot be read.
  func check() async throws {
    _ = try await pool.read { db in try Int.fetchOne(db, sql: "SELECT 1") }
  }

  private func ids(_ sql: String) throws -> [TaskID] {
    try pool.read { db in try Int64.fetchAll(db, sql: sql).map(TaskID.init(rawValue:)) }
  }
}

/// A question for the answers to so many tasks; one for all of a page costs less than one for each.
///
/// Few sizes are kept ready, and what is not needed of one asks for the same task again.
private struct AnswerQuestion {
  private static let one = both(size: 1)
  private static let page = both(size: 100)

  let size: Int
  let sql: String

  /// The question for the answers of a version to so many tasks, or to some of them.
  static func of(_ version: APIGeneration, count: Int) -> AnswerQuestion {
    let both = count == 1 ? one : page
    return version == .v1 ? both.v1 : both.v2
  }

  private static func both(size: Int) -> (v1: AnswerQuestion, v2: AnswerQuestion) {
    (AnswerQuestion(.v1, size), AnswerQuestion(.v2, size))
  }

  private init(_ version: APIGeneration, _ size: Int) {
    self.size = size
    let marks = databaseQuestionMarks(count: size)
    sql = "SELECT task, \(version.rawValue) FROM answer WHERE task IN (\(marks))"
  }
}
