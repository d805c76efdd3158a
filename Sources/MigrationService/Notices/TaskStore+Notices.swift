import Foundation
import GRDB
import Migration

/// The notices that are owed.
extension TaskStore {
  /// Notices in the order in which they came to be owed.
  ///
  /// - Parameters:
  ///   - number: Only those after the one of this number; 0 for the first ones.
  ///   - limit: The most to return.
  /// - Returns: The notices with their numbers.
  /// - Throws: When they cannot be read.
  func notices(after number: Int64, limit: Int) throws -> [(number: Int64, notice: Notice)] {
    try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT number, id, task, ended_at, body FROM notice WHERE number > ?
          ORDER BY number LIMIT ?
          """, arguments: [number, limit]
      ).map { row in
        let body: Data = row[4]
        return (
          row[0],
          Notice(
            id: row[1], task: TaskID(rawValue: row[2]), time: Date(milliseconds: row[3]),
            body: Array(body))
        )
      }
    }
  }

  /// Writes down that a notice is not owed any more, and the task that says why.
  func settle(_ notice: Notice, _ task: StoredTask?) throws {
    try pool.write { db in
      try Self.run("DELETE FROM notice WHERE id = ?", [notice.id], db)
      guard let task else { return }
      try Self.update(task, db)
      try Self.answer(task, db)
    }
  }

  /// Writes down that a notice is owed.
  static func owe(_ notice: Notice, _ db: Database) throws {
    try run(
      "INSERT OR REPLACE INTO notice (id, task, ended_at, body) VALUES (?, ?, ?, ?)",
      [notice.id, notice.task.rawValue, notice.time.milliseconds, Data(notice.body)], db)
  }
}
