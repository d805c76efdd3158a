import FoundationEssentials
import Migration
import PrivateFiles
import SystemPackage

/// The directories that the mover keeps its papers in, one for each run of a task.
enum TaskDirectories {
  /// The directory of a run, which is made (0700) when it is not there; those of the task's earlier
  /// runs go.
  static func make(_ attempt: RunAttempt, in parent: FilePath) throws -> FilePath {
    let task = parent.appending(String(attempt.task.rawValue))
    let run = String(attempt.number)
    let directory = task.appending(run)
    try PrivateFiles.makeDirectory(directory)
    for name in names(in: task) where name != run {
      try? FileManager.default.removeItem(atPath: task.appending(name).string)
    }
    return directory
  }

  /// Removes everything of a task that is gone.
  static func remove(_ id: TaskID, in parent: FilePath) {
    try? FileManager.default.removeItem(atPath: parent.appending(String(id.rawValue)).string)
  }

  /// Removes what is left of tasks that are not among those that `existing` returns.
  static func removeOrphans(
    in parent: FilePath, existing: ([TaskID]) throws -> Set<TaskID>
  ) rethrows {
    let found = names(in: parent).compactMap { TaskID($0) }
    let existing = try existing(found)
    for id in found where !existing.contains(id) { remove(id, in: parent) }
  }

  private static func names(in directory: FilePath) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: directory.string)) ?? []
  }
}
