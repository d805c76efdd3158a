import GRDB
import Migration

/// The objects that were not moved in the last run of a task.
enum UnmovedObjects: String {
  /// Those that failed, which can be run again.
  case failed = "failed_object"
  /// Those that were left out though nobody had asked for that.
  case leftOut = "left_out_object"

  /// The objects in the order in which they were recorded.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - start: How many to pass over.
  ///   - limit: The most to return; -1 for all.
  ///   - db: The database.
  /// - Returns: The objects.
  /// - Throws: When the database cannot be read.
  func list(
    _ id: TaskID, from start: Int = 0, limit: Int = -1, _ db: Database
  ) throws -> [UnmovedObject] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT name, reason FROM \(rawValue) WHERE task = ? ORDER BY position LIMIT ? OFFSET ?
        """,
      arguments: [id.rawValue, limit, start]
    ).map { UnmovedObject($0[0], $0[1]) }
  }

  /// Records `objects` instead of those of the run before.
  func replace(_ id: TaskID, with objects: [UnmovedObject], _ db: Database) throws {
    try db.execute(sql: "DELETE FROM \(rawValue) WHERE task = ?", arguments: [id.rawValue])
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(rawValue) (task, position, name, reason) VALUES (?, ?, ?, ?)")
    for (position, object) in objects.enumerated() {
      try statement.execute(arguments: [id.rawValue, position, object.name, object.reason])
    }
  }
}
