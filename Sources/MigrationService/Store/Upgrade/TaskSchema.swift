import GRDB
import SystemPackage

/// The shape of the database, step by step.
enum TaskSchema {
  /// The steps, of which each is done once; a published step never changes.
  ///
  /// - Parameter papers: The directory that the runs of all tasks keep their papers in.
  /// - Returns: What brings a database of any earlier version up to date.
  static func migrator(papers: FilePath) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("tasks") { db in try db.execute(sql: tasks) }
    migrator.registerMigration("reasons") { db in try db.execute(sql: reasons) }
    migrator.registerMigration("records", migrate: makeRecords)
    migrator.registerMigration("answers") { db in try db.execute(sql: answers) }
    migrator.registerMigration("lists") { db in try EarlierLists.move(to: papers, db) }
    migrator.registerMigration("groups", migrate: addGroups)
    migrator.registerMigration("notices") { db in try db.execute(sql: notices) }
    return migrator
  }

  /// Most of a task becomes JSON: columns are left for what is asked for.
  private static func makeRecords(_ db: Database) throws {
    // What belongs to a task goes on belonging to the one of that name.
    try db.execute(
      sql: """
        PRAGMA legacy_alter_table = ON; ALTER TABLE task RENAME TO earlier_task;
        PRAGMA legacy_alter_table = OFF; \(records)
        """)
    let rows = try Row.fetchCursor(db, sql: "SELECT \(EarlierColumn.list), keys FROM earlier_task")
    while let row = try rows.next() {
      try EarlierTask.insert(StoredTask(earlier: row), row["keys"], db)
    }
    try db.execute(sql: "DROP TABLE earlier_task; \(indexes)")
  }

  /// Tasks may belong to groups, and are answered in both versions.
  ///
  /// The answers are rendered here alone, by the last step that needs it: another such step, when the
  /// form changes, takes that from this one.
  private static func addGroups(_ db: Database) throws {
    try db.execute(sql: groups)
    let rows = try Row.fetchCursor(db, sql: "SELECT \(TaskRecord.columns) FROM task")
    while let row = try rows.next() { try TaskStore.answer(TaskRecord.task(row), db) }
  }

  // What is owed is owed for a task that is gone as well.
  private static let notices = """
    CREATE TABLE notice (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      task INTEGER NOT NULL,
      ended_at INTEGER NOT NULL,
      body BLOB NOT NULL
    );
    """

  private static let answers = """
    CREATE TABLE answer (
      task INTEGER PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
      v1 BLOB NOT NULL
    );
    """

  // task_name is all that a search by name reads.
  private static let groups = """
    ALTER TABLE task ADD COLUMN task_group TEXT;
    DROP INDEX task_place;
    CREATE INDEX task_place ON task (id, project, state, task_group);
    CREATE INDEX task_of_group ON task (task_group, id) WHERE task_group IS NOT NULL;
    CREATE INDEX task_name ON task (project, id, name);
    CREATE TABLE task_group (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      project TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      definition TEXT NOT NULL
    );
    DROP TABLE answer;
    CREATE TABLE answer (
      task INTEGER PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
      v1 BLOB NOT NULL,
      v2 BLOB NOT NULL
    );
    """

  private static let records = """
    CREATE TABLE task (
      id INTEGER PRIMARY KEY,
      project TEXT NOT NULL,
      name TEXT NOT NULL,
      state INTEGER NOT NULL,
      queued_at INTEGER NOT NULL,
      definition TEXT NOT NULL,
      story TEXT NOT NULL,
      keys BLOB
    );
    """

  // task_active leaves finished tasks out, so that what a start or a tick looks at stays small;
  // task_place is all that a start reads of the rest.
  private static let indexes = """
    CREATE INDEX task_place ON task (id, project, state);
    CREATE INDEX task_active ON task (queued_at, state) WHERE state IN (0, 1, 2, 7);
    """

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
