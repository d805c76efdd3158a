import FoundationEssentials
import Migration

/// Where tasks are kept.
///
/// What is committed is on disk when the call returns, all of it or nothing.
protocol TaskKeeping: Sendable {
  /// Writes down what has become of tasks and groups, all or none of it.
  ///
  /// - Throws: When it could not be written; nothing has then changed.
  func commit(_ changes: [TaskChange], _ groups: [GroupChange]) throws

  /// The task, or `nil` when there is none.
  func task(_ id: TaskID) throws -> StoredTask?
  /// The keys of a task that has not ended, or `nil` when they are gone or cannot be read.
  func keys(of id: TaskID) throws -> TransferKeys?

  /// Which tasks there are, and where they stand.
  func index() throws -> TaskIndex
  /// The tasks that have not ended, those first that have waited longest.
  func unfinished() throws -> [TaskID]
  /// The priorities of those unfinished tasks that do not have the usual one.
  func priorities() throws -> [TaskID: TaskPriority]
  /// The tasks that have waited since before `date`.
  func waiting(since date: Date) throws -> [TaskID]
  /// How many tasks of a project are gone that were created with this id or a later one.
  func deletions(of project: String, from id: TaskID) throws -> Int
  /// The highest id that was ever given, or `nil` when none was.
  func highestID() throws -> TaskID?

  /// The tasks of a project whose names hold `words`, as they are written; newest first.
  func tasks(named words: String, of project: String) async throws -> [TaskID]
  /// The JSON of the tasks as a version answers them, as far as they are there and do not move.
  func answers(to ids: [TaskID], in version: APIGeneration) throws -> [TaskID: [UInt8]]

  /// Writes down that a notice is not owed any more, and the task that says why, if one does.
  ///
  /// - Throws: When it could not be written; nothing has then changed.
  func settle(_ notice: Notice, _ task: StoredTask?) throws

  /// The group, or `nil` when there is none.
  func group(_ id: TaskGroupID) throws -> StoredGroup?
  /// The tasks of a group as they were written down last, oldest first.
  func members(of group: TaskGroupID) throws -> [StoredTask]
}

extension TaskKeeping {
  /// Writes down what has become of tasks, all or none of it.
  ///
  /// - Throws: When it could not be written; nothing has then changed.
  func commit(_ changes: [TaskChange]) throws { try commit(changes, []) }
}

/// Something that becomes of a task, as it is written down.
enum TaskChange: Equatable, Sendable {
  /// It is there, with the keys that it needs until it ends.
  case add(StoredTask, TransferKeys)
  /// It stands elsewhere or has got further; what it is to do stays as it was.
  case update(StoredTask)
  /// Its limits are others.
  case redefine(StoredTask)
  /// It waits for another run, with new keys.
  case requeue(StoredTask, TransferKeys)
  /// It has ended and needs no keys any more; the notice is what is owed for that.
  case end(StoredTask, Notice? = nil)
  /// It is gone.
  case remove(StoredTask, at: Date)

  /// The task as it is then; as it was last when it is gone.
  var task: StoredTask {
    switch self {
    case .add(let task, _), .update(let task), .redefine(let task), .requeue(let task, _),
      .end(let task, _), .remove(let task, _):
      task
    }
  }
}
