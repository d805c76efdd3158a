package import Migration

/// Something that the journal can tell about: a task, a group or a synchronisation task.
package protocol JournalledSubject: ActionSubject {
  /// What it takes to create it again.
  var definition: JournalledTask { get }

  /// Names it in a record.
  static func name(_ id: ID, in record: inout JournalRecord)

  /// Whether a record is about it.
  static func isNamed(_ id: ID, in record: JournalRecord) -> Bool
}

extension MigrationTask: JournalledSubject {
  package var definition: JournalledTask { JournalledTask(self) }

  package static func name(_ id: TaskID, in record: inout JournalRecord) {
    record.task = id.rawValue
  }

  package static func isNamed(_ id: TaskID, in record: JournalRecord) -> Bool {
    record.task == id.rawValue
  }
}

extension TaskGroup: JournalledSubject {
  package var definition: JournalledTask { JournalledTask(self) }

  package static func name(_ id: TaskGroupID, in record: inout JournalRecord) {
    record.group = id.rawValue
  }

  package static func isNamed(_ id: TaskGroupID, in record: JournalRecord) -> Bool {
    record.group == id.rawValue
  }
}

extension SyncTask: JournalledSubject {
  package var definition: JournalledTask { JournalledTask(self) }

  package static func name(_ id: SyncTaskID, in record: inout JournalRecord) {
    record.sync = id.rawValue
  }

  package static func isNamed(_ id: SyncTaskID, in record: JournalRecord) -> Bool {
    record.sync == id.rawValue
  }
}
