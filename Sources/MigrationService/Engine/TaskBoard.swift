import Migration
import Synchronization

/// What readers may know without waiting for the engine: which tasks there are, and those that move.
///
/// The engine enters a change once it is on disk and before it is acknowledged.
final class TaskBoard: Sendable {
  fileprivate struct Contents: Sendable {
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
    /// How many there are altogether.
    let total: Int
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

  /// Enters what has become of tasks and groups.
  func enter(_ changes: [TaskChange], _ groups: [GroupChange] = []) {
    contents.withLock { contents in
      contents.revision += 1
      for case .add(let group) in groups { contents.index.add(group.id, of: group.project) }
      defer {
        for case .remove(let group) in groups {
          contents.index.remove(group.id, of: group.project)
        }
      }
      for change in changes { contents.enter(change) }
      contents.remove(changes)
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

  /// The tasks of a group that move, as they are now.
  func moving(in group: TaskGroupID) -> [TaskID: StoredTask] {
    contents.withLock { $0.moving.filter { $0.value.group == group } }
  }

  /// How many tasks there are in each state, in all projects, and their speed, bytes a second.
  var standing: (tasks: [TaskState: Int], speed: Int64) {
    contents.withLock { contents in
      let speed = contents.moving.values.reduce(Int64(0)) { $0.saturatingSum($1.speed) }
      return (contents.index.standing, speed)
    }
  }

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
      page(
        contents, contents.index.page(of: project, in: states, start: start, limit: limit),
        total: contents.index.count(of: project, in: states))
    }
  }

  /// A page of those tasks of a project that a list selects.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - list: Which tasks.
  ///   - named: Those whose names fit, newest first; `nil` means that any name does.
  /// - Returns: The page.
  func page(of project: String, _ list: TaskList, named: [TaskID]?) -> Page {
    guard list.group != nil || named != nil else {
      return page(of: project, in: list.states, start: list.start, limit: list.limit)
    }
    // Names may be many: what is looked up for each of them holds up nobody.
    let contents = contents.withLock { $0 }
    let members = list.group.map { contents.index.groups(of: project)[$0]?.ids ?? [] }
    let some = named?.filter { members?.holds($0) ?? true } ?? members?.reversed() ?? []
    let all = contents.index.ids(among: some, of: project, in: list.states)
    return page(
      contents, Array(all.dropFirst(list.start).prefix(list.limit)), total: all.count)
  }

  private func page(_ contents: Contents, _ ids: [TaskID], total: Int) -> Page {
    let moving = contents.moving.filter { ids.contains($0.key) }
    let tag = "\"\(String(start, radix: 36))-\(contents.revision)\""
    return Page(ids: ids, moving: moving, total: total, tag: moving.isEmpty ? tag : nil)
  }

  /// The groups of a project, newest first, with where their tasks stand.
  func groups(of project: String) -> [(id: TaskGroupID, members: GroupIndex.Members)] {
    contents.withLock { contents in
      let groups = contents.index.groups(of: project)
      return groups.all.compactMap { id in groups[id].map { (id, $0) } }
    }
  }

  /// The tasks of a group of a project, or `nil` when there is no such group.
  func members(of group: TaskGroupID, in project: String) -> GroupIndex.Members? {
    contents.withLock { $0.index.groups(of: project)[group] }
  }
}

extension TaskBoard.Contents {
  /// Enters what has become of a task that is there afterwards.
  fileprivate mutating func enter(_ change: TaskChange) {
    if case .remove = change { return }
    let task = change.task
    moving[task.id] = task.state.isMoving ? task : nil
    index.set(task.id, of: task.project, in: task.group, to: task.state)
  }

  /// Takes out those that are gone, all those of a group together.
  fileprivate mutating func remove(_ changes: [TaskChange]) {
    struct Home: Hashable {
      let project: String
      let group: TaskGroupID?
    }
    var gone: [Home: [TaskID]] = [:]
    for case .remove(let task, _) in changes {
      moving[task.id] = nil
      gone[Home(project: task.project, group: task.group), default: []].append(task.id)
    }
    for (home, ids) in gone { index.remove(ids.sorted(), of: home.project, in: home.group) }
  }
}
