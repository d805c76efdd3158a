import GRDB

/// The shape of the database, step by step.
enum TaskSchema {
  /// The steps, of which each is done once; a published step never changes.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("tasks") { db in try db.execute(sql: tasks) }
    migrator.registerMigration("reasons") { db in try db.execute(sql: reasons) }
    return migrator
  }()

  private static let reasons = """
    ALTER TABLE task ADD COLUMN is_confined INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE failed_object ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    CREATE TABLE left_out_object (
      task INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (task, position)
    ) WITHOUT ROWID;
    """

  // AUTOINCREMENT remembers the highest id after its task is gone: no id is given twice.
  // task_active leaves finished tasks out, so that what a start or a tick looks at stays small.
  private static let tasks = """
    CREATE TABLE task (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      project TEXT NOT NULL,
      name TEXT NOT NULL,
      state INTEGER NOT NULL,
      kind TEXT NOT NULL,
      source_provider TEXT NOT NULL,
      source_region TEXT NOT NULL,
      source_bucket TEXT NOT NULL,
      source_keys TEXT NOT NULL,
      destination_provider TEXT NOT NULL,
      destination_region TEXT NOT NULL,
      destination_bucket TEXT NOT NULL,
      destination_folder TEXT,
      threads INTEGER NOT NULL,
      description TEXT NOT NULL,
      bandwidth TEXT NOT NULL,
      changed_since INTEGER,
      shown TEXT NOT NULL,
      queued_at INTEGER NOT NULL,
      run INTEGER NOT NULL,
      first_began_at INTEGER,
      began_at INTEGER,
      elapsed INTEGER NOT NULL,
      earlier TEXT,
      total_objects INTEGER NOT NULL,
      succeeded_objects INTEGER NOT NULL,
      failed_objects INTEGER NOT NULL,
      skipped_objects INTEGER NOT NULL,
      total_bytes INTEGER NOT NULL,
      real_bytes INTEGER NOT NULL,
      completed_bytes INTEGER NOT NULL,
      is_scanned INTEGER NOT NULL,
      failure_code TEXT,
      failure_message TEXT,
      recorded INTEGER NOT NULL,
      keys BLOB
    );
    CREATE INDEX task_of_project ON task (project, id);
    CREATE INDEX task_in_state ON task (project, state, id);
    CREATE INDEX task_active ON task (queued_at, state) WHERE state IN (0, 1, 2, 7);
    CREATE TABLE failed_object (
      task INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (task, position)
    ) WITHOUT ROWID;
    CREATE TABLE deletion (
      task INTEGER PRIMARY KEY,
      project TEXT NOT NULL,
      name TEXT NOT NULL,
      deleted_at INTEGER NOT NULL
    );
    CREATE INDEX deletion_of_project ON deletion (project, task);
    """
}
