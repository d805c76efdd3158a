import GRDB
import Migration

/// The objects that failed in the last run of a task.
enum FailedObjects {
  /// Their names, in the order they failed.
  static func names(_ id: TaskID, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT name FROM failed_object WHERE task = ? ORDER BY position",
      arguments: [id.rawValue])
  }

  /// Records `names` instead of those of the run before.
  static func replace(_ id: TaskID, with names: [String], _ db: Database) throws {
    try db.execute(sql: "DELETE FROM failed_object WHERE task = ?", arguments: [id.rawValue])
    let statement = try db.cachedStatement(
      sql: "INSERT INTO failed_object (task, position, name) VALUES (?, ?, ?)")
    for (position, name) in names.enumerated() {
      try statement.execute(arguments: [id.rawValue, position, name])
    }
  }
}
