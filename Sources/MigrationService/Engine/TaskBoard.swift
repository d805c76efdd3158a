import Migration
import Synchronization

/// What readers may know without waiting for the engine: which tasks there are, and those that move.
///
/// The engine enters a change once it is on disk and before it is acknowledged.
final class TaskBoard: Sendable {
  private struct Contents {
    var index: TaskIndex
    var moving: [TaskID: StoredTask] = [:]
    var revision: UInt64 = 0
  }

  /// A part of the list of a project's tasks.
  struct Page: Sendable {
    /// The ids, newest first.
    let ids: [TaskID]
    /// Those among them that move, as they are now.
    let moving: [TaskID: StoredTask]
    /// Names what the page says, or `nil` when it says something else at every moment.
    let tag: String?
  }

  // Another process counts its revisions from 0 again.
  private let start = UInt64.random(in: .min ... .max)
  private let contents: Mutex<Contents>

  /// A board with the tasks of an earlier process.
  ///
  /// - Parameters:
  ///   - index: All of them.
  ///   - moving: Those that moved.
  init(_ index: TaskIndex, moving: [StoredTask] = []) {
    let moving = Dictionary(moving.map { ($0.id, $0) }) { $1 }
    contents = Mutex(Contents(index: index, moving: moving))
  }

  /// Enters what has become of tasks.
  func enter(_ changes: [TaskChange]) {
    contents.withLock { contents in
      contents.revision += 1
      for change in changes {
        let task = change.task
        contents.moving[task.id] = nil
        if case .remove = change {
          contents.index.remove(task.id, of: task.project)
        } else {
          contents.index.set(task.id, of: task.project, to: task.state)
          if task.state.isMoving { contents.moving[task.id] = task }
        }
      }
    }
  }

  /// Enters how far a task is that moves.
  func note(_ task: StoredTask) { contents.withLock { $0.moving[task.id] = task } }

  /// Whether there is a task with this id in any project.
  func has(_ id: TaskID) -> Bool { contents.withLock { $0.index.has(id) } }

  /// Where the task of a project stands, or `nil` when there is none.
  func state(of id: TaskID, in project: String) -> TaskState? {
    contents.withLock { $0.index.state(of: id, in: project) }
  }

  /// The task as it is now, or `nil` when it does not move.
  func moving(_ id: TaskID) -> StoredTask? { contents.withLock { $0.moving[id] } }

  /// How many tasks a project has in one of `states`; `nil` means any.
  func count(of project: String, in states: [TaskState]? = nil) -> Int {
    contents.withLock { $0.index.count(of: project, in: states) }
  }

  /// How many tasks of a project have this id or a later one.
  func count(of project: String, from id: TaskID) -> Int {
    contents.withLock { $0.index.count(of: project, from: id) }
  }

  /// A page of a project's tasks in one of `states`; `nil` means any.
  func page(of project: String, in states: [TaskState]?, start: Int, limit: Int) -> Page {
    contents.withLock { contents in
      let ids = contents.index.page(of: project, in: states, start: start, limit: limit)
      let moving = contents.moving.filter { ids.contains($0.key) }
      let tag = "\"\(String(self.start, radix: 36))-\(contents.revision)\""
      return Page(ids: ids, moving: moving, tag: moving.isEmpty ? tag : nil)
    }
  }
}
