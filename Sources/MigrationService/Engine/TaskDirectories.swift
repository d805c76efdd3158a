import FoundationEssentials
import Migration
import PrivateFiles
import SystemPackage

/// The directories that the mover keeps its papers in, one for each run of a task.
enum TaskDirectories {
  /// Where they are below the state directory of a service.
  static func parent(in state: FilePath) -> FilePath { state.appending("tasks") }

  /// The directory of a run of a task.
  static func directory(of id: TaskID, run: Int, in parent: FilePath) -> FilePath {
    parent.appending(String(id.rawValue)).appending(String(run))
  }

  /// The directory of a run, which is made (0700) when it is not there.
  ///
  /// Of the task's earlier runs those papers stay that say what they have copied, and the lists of
  /// what the task did not move.
  ///
  /// - Parameters:
  ///   - attempt: The run.
  ///   - listed: The number of the run that has left the lists.
  ///   - parent: Where the directories of all tasks are.
  /// - Returns: The directory, and those of the earlier runs, oldest first.
  /// - Throws: When there is no room or no right.
  static func make(
    _ attempt: RunAttempt, listed: Int, in parent: FilePath
  ) throws -> (
    own: FilePath, earlier: [FilePath]
  ) {
    let task = parent.appending(String(attempt.task.rawValue))
    let own = task.appending(String(attempt.number))
    try PrivateFiles.makeDirectory(own)
    let numbers = names(in: task).compactMap { Int($0) }.filter { $0 < attempt.number }.sorted()
    let earlier = numbers.map { task.appending(String($0)) }
    for directory in earlier { clear(directory, listed: listed, butFor: ChildFiles.isRecord) }
    return (own, earlier)
  }

  /// Removes the papers of a task that does not run again, but for the lists of what it did not move.
  static func tidy(_ id: TaskID, listed: Int, in parent: FilePath) {
    let task = parent.appending(String(id.rawValue))
    for run in names(in: task) { clear(task.appending(run), listed: listed) { _ in false } }
  }

  private static func clear(
    _ directory: FilePath, listed: Int, butFor isKept: (String) -> Bool
  ) {
    let isListed = directory.lastComponent?.string == String(listed)
    for name in names(in: directory)
    where !isKept(name) && !(isListed && UnmovedFile.isOne(name)) {
      try? FileManager.default.removeItem(atPath: directory.appending(name).string)
    }
  }

  /// Removes everything of a task that is gone.
  static func remove(_ id: TaskID, in parent: FilePath) {
    try? FileManager.default.removeItem(atPath: parent.appending(String(id.rawValue)).string)
  }

  /// Removes what is left of tasks that are not there any more.
  static func removeOrphans(in parent: FilePath, isThere: (TaskID) -> Bool) {
    for id in names(in: parent).compactMap({ TaskID($0) }) where !isThere(id) {
      remove(id, in: parent)
    }
  }

  private static func names(in directory: FilePath) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: directory.string)) ?? []
  }
}
