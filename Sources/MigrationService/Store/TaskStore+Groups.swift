import FoundationEssentials
import GRDB
import Migration

/// Groups, and what is asked about them.
extension TaskStore {
  /// Writes one change.
  static func write(_ change: GroupChange, _ db: Database) throws {
    switch change {
    case .add(let group):
      try run(
        "INSERT INTO task_group (id, project, created_at, definition) VALUES (?, ?, ?, ?)",
        [
          group.id.rawValue, group.project, group.createdAt.milliseconds,
          try JSONText.text(of: group.definition),
        ], db)
    case .redefine(let group):
      try run(
        "UPDATE task_group SET definition = ? WHERE id = ?",
        [try JSONText.text(of: group.definition), group.id.rawValue], db)
    case .remove(let group):
      try run("DELETE FROM task_group WHERE id = ?", [group.id.rawValue], db)
    }
  }

  /// The group, or `nil` when there is none.
  func group(_ id: TaskGroupID) throws -> StoredGroup? {
    try pool.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT project, created_at, definition FROM task_group WHERE id = ?",
        arguments: [id.rawValue])
      return try row.map { row in
        StoredGroup(
          id: id, project: row[0], createdAt: Date(milliseconds: row[1]),
          definition: try JSONText.value(row[2]))
      }
    }
  }

  /// The tasks of a group as they were written down last, oldest first.
  func members(of group: TaskGroupID) throws -> [StoredTask] {
    try pool.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT \(TaskRecord.columns) FROM task WHERE task_group = ? ORDER BY id")
      return try Row.fetchAll(statement, arguments: [group.rawValue]).map(TaskRecord.task)
    }
  }

  /// The tasks of a project whose names hold `words`, as they are written; newest first.
  func tasks(named words: String, of project: String) async throws -> [TaskID] {
    try await pool.read { db in
      try Int64.fetchAll(
        db,
        sql: "SELECT id FROM task WHERE project = ? AND instr(name, ?) > 0 ORDER BY id DESC",
        arguments: [project, words]
      ).map(TaskID.init(rawValue:))
    }
  }
}
