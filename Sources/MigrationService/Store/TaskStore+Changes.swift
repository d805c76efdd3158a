import Foundation
import GRDB
import Migration

/// The writes of ``TaskChange``, each a few statements of one transaction.
extension TaskStore {
  /// Writes one change; `keys` are those that it brings, sealed.
  static func write(_ change: TaskChange, keys: Data?, _ db: Database) throws {
    let task = change.task
    switch change {
    case .add: try insert(task, keys, db)
    case .update: try update(task, db)
    case .redefine: try redefine(task, db)
    case .requeue:
      try update(task, db)
      try setKeys(keys, of: task.id, db)
    case .end(_, let notice):
      try update(task, db)
      try setKeys(nil, of: task.id, db)
      if let notice { try owe(notice, db) }
    case .remove(_, let now): return try remove(task, at: now, db)
    }
    try answer(task, db)
  }

  /// Adds a task's row.
  static func insert(_ task: StoredTask, _ keys: Data?, _ db: Database) throws {
    try run(
      """
      INSERT INTO task
        (id, project, name, state, queued_at, definition, story, task_group, keys)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        task.id.rawValue, task.project, task.name, task.state.code, task.queuedAt.milliseconds,
        try JSONText.text(of: task.definition), try TaskRecord.story(of: task),
        task.group?.rawValue, keys,
      ], db)
  }

  /// Writes down what the answers about a task are from now on; one that moves has others at every
  /// moment.
  static func answer(_ task: StoredTask, _ db: Database) throws {
    guard !task.state.isMoving else { return }
    try run(
      "INSERT OR REPLACE INTO answer (task, v1, v2) VALUES (?, ?, ?)",
      [
        task.id.rawValue, Data(task.answerBytes(in: .v1, at: task.queuedAt)),
        Data(task.answerBytes(in: .v2, at: task.queuedAt)),
      ], db)
  }

  /// Writes down where a task stands and what has become of it.
  static func update(_ task: StoredTask, _ db: Database) throws {
    try run(
      "UPDATE task SET state = ?, queued_at = ?, story = ? WHERE id = ?",
      [
        task.state.code, task.queuedAt.milliseconds, try TaskRecord.story(of: task),
        task.id.rawValue,
      ], db)
  }

  private static func redefine(_ task: StoredTask, _ db: Database) throws {
    try run(
      "UPDATE task SET definition = ? WHERE id = ?",
      [try JSONText.text(of: task.definition), task.id.rawValue], db)
  }

  private static func setKeys(_ keys: Data?, of id: TaskID, _ db: Database) throws {
    try run("UPDATE task SET keys = ? WHERE id = ?", [keys, id.rawValue], db)
  }

  private static func remove(_ task: StoredTask, at now: Date, _ db: Database) throws {
    try run(
      "INSERT INTO deletion (task, project, name, deleted_at) VALUES (?, ?, ?, ?)",
      [task.id.rawValue, task.project, task.name, now.milliseconds], db)
    try run("DELETE FROM task WHERE id = ?", [task.id.rawValue], db)
  }

  /// Carries out a statement that is used often.
  static func run(_ sql: String, _ arguments: StatementArguments, _ db: Database) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
