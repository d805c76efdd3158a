import Migration

/// Which tasks there are and where they stand: all that a list, a count or a check of an id asks for,
/// in memory, 16 bytes a task.
///
/// Ids grow with time, so that changes happen near the ends of its lists, where they are cheap.
struct TaskIndex: Equatable, Sendable {
  private struct Project: Equatable {
    var all: [TaskID] = []
    var byState: [TaskState: [TaskID]] = [:]
  }

  private var projects: [String: Project] = [:]

  /// An index without tasks.
  init() {}

  /// Whether there is a task with this id in any project.
  func has(_ id: TaskID) -> Bool { projects.values.contains { $0.all.holds(id) } }

  /// Where the task of a project stands, or `nil` when there is none.
  func state(of id: TaskID, in project: String) -> TaskState? {
    projects[project]?.byState.first { $0.value.holds(id) }?.key
  }

  /// Enters that a task stands in `state`, whether it was there already or not.
  mutating func set(_ id: TaskID, of project: String, to state: TaskState) {
    if let old = self.state(of: id, in: project) {
      projects[project]?.byState[old]?.take(id)
    } else {
      projects[project, default: Project()].all.put(id)
    }
    projects[project]?.byState[state, default: []].put(id)
  }

  /// Takes out a task.
  mutating func remove(_ id: TaskID, of project: String) {
    guard let state = state(of: id, in: project) else { return }
    projects[project]?.byState[state]?.take(id)
    projects[project]?.all.take(id)
  }

  /// How many tasks of a project stand in one of `states`; `nil` means any.
  func count(of project: String, in states: [TaskState]? = nil) -> Int {
    lists(of: project, in: states).reduce(0) { $0 + $1.count }
  }

  /// How many tasks of a project have this id or a later one.
  func count(of project: String, from id: TaskID) -> Int {
    let all = projects[project]?.all ?? []
    return all.count - all.place(of: id)
  }

  /// The ids of a page, newest first.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - states: Only tasks in one of these; `nil` means any.
  ///   - start: How many to pass over.
  ///   - limit: The most to return.
  /// - Returns: The ids.
  func page(of project: String, in states: [TaskState]?, start: Int, limit: Int) -> [TaskID] {
    var rests = lists(of: project, in: states).map { $0[...] }
    guard rests.count > 1 else { return rests.first.map { Self.page($0, start, limit) } ?? [] }
    // Several lists are those of what moves, which are short.
    let end = start.addingReportingOverflow(limit)
    var page: [TaskID] = []
    while end.overflow || page.count < end.partialValue {
      let next = rests.indices.max { (rests[$0].last ?? .none) < (rests[$1].last ?? .none) }
      guard let next, let id = rests[next].popLast() else { break }
      page.append(id)
    }
    return Array(page.dropFirst(start))
  }

  private func lists(of project: String, in states: [TaskState]?) -> [[TaskID]] {
    guard let project = projects[project] else { return [] }
    guard let states else { return [project.all] }
    return states.compactMap { project.byState[$0] }
  }

  private static func page(_ ids: ArraySlice<TaskID>, _ start: Int, _ limit: Int) -> [TaskID] {
    ids.dropLast(start).suffix(limit).reversed()
  }
}

extension TaskID {
  /// Less than any id.
  fileprivate static let none = TaskID(rawValue: .min)
}

/// Ids from the lowest to the highest.
extension [TaskID] {
  /// How many are lower than `id`.
  fileprivate func place(of id: TaskID) -> Int {
    // What is asked for is most often new.
    guard let last, id <= last else { return count }
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  fileprivate func holds(_ id: TaskID) -> Bool {
    let place = place(of: id)
    return place < count && self[place] == id
  }

  fileprivate mutating func put(_ id: TaskID) { insert(id, at: place(of: id)) }

  fileprivate mutating func take(_ id: TaskID) {
    let place = place(of: id)
    if place < count, self[place] == id { remove(at: place) }
  }
}
