import Foundation
import GRDB
import Migration

/// How a task stands in its row: columns for what is asked for, the rest as JSON.
enum TaskRecord {
  /// What has become of a task.
  private struct Story: Codable {
    let progress: MoveProgress
    let run: TaskRun
    let failure: TaskFailure?
    /// Not there while the lists stood in tables.
    let unmoved: UnmovedLists?
    let isConfined: Bool
    let notice: NoticeStanding?
  }

  /// The columns that make a ``StoredTask``, in the order in which ``task(_:)`` reads them.
  static let columns = columnsBeforeGroups + ", task_group"
  /// Those of them that there were before there were groups.
  static let columnsBeforeGroups = "id, project, name, state, queued_at, definition, story"

  /// The task in a row of ``columns``.
  static func task(_ row: Row) throws -> StoredTask {
    var task = try taskBeforeGroups(row)
    task.group = (row[7] as String?).map(TaskGroupID.init)
    return task
  }

  /// The task in a row of ``columnsBeforeGroups``.
  static func taskBeforeGroups(_ row: Row) throws -> StoredTask {
    var task = StoredTask(
      id: TaskID(rawValue: row[0]), project: row[1], name: row[2],
      definition: try JSONText.value(row[5]), queuedAt: Date(milliseconds: row[4]))
    task.state = TaskState(code: row[3])
    let story: Story = try JSONText.value(row[6])
    task.progress = story.progress
    task.run = story.run
    task.failure = story.failure
    task.unmoved = story.unmoved ?? UnmovedLists()
    task.isConfined = story.isConfined
    task.notice = story.notice
    return task
  }

  /// The JSON of what has become of `task`.
  static func story(of task: StoredTask) throws -> String {
    try JSONText.text(
      of: Story(
        progress: task.progress, run: task.run, failure: task.failure,
        unmoved: task.unmoved, isConfined: task.isConfined, notice: task.notice))
  }
}
