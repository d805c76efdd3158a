import GRDB
import Migration
import PrivateFiles
import SystemPackage

/// Lists of objects that were not moved, as they stood in tables before they became files.
enum EarlierLists {
  /// Moves all of them into the directories of the runs that they are of.
  ///
  /// A file that a crash has left is written anew.
  ///
  /// - Throws: When a file cannot be written or the database not be changed.
  static func move(to papers: FilePath, _ db: Database) throws {
    let owners = try Int64.fetchAll(
      db, sql: "SELECT task FROM failed_object UNION SELECT task FROM left_out_object")
    for owner in owners {
      let row = try Row.fetchOne(
        db, sql: "SELECT \(TaskRecord.columnsBeforeGroups) FROM task WHERE id = ?",
        arguments: [owner])
      guard let row else { continue }
      var task = try TaskRecord.taskBeforeGroups(row)
      // A run that is under way has a number of its own, and its list is still to come.
      let run = task.state.isMoving ? task.run.number - 1 : task.run.number
      let directory = TaskDirectories.directory(of: task.id, run: run, in: papers)
      task.unmoved = UnmovedLists(
        run: run,
        failed: try move("failed_object", of: owner, to: UnmovedFile(.failed, in: directory), db),
        leftOut: try move(
          "left_out_object", of: owner, to: UnmovedFile(.leftOut, in: directory), db))
      try TaskStore.update(task, db)
    }
    try db.execute(sql: "DROP TABLE failed_object; DROP TABLE left_out_object")
  }

  private static func move(
    _ table: String, of owner: Int64, to file: UnmovedFile, _ db: Database
  ) throws -> Int {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT name, reason FROM \(table) WHERE task = ? ORDER BY position",
      arguments: [owner])
    return try file.write { lines in
      while let row = try rows.next() { try lines.add(UnmovedObject(row[0], row[1])) }
    }
  }
}
