import Migration

/// Which tasks there are and where they stand: all that a list, a count or a check of an id asks for,
/// in memory, 16 bytes a task.
///
/// Ids grow with time, so that changes happen near the ends of its lists, where they are cheap.
struct TaskIndex: Equatable, Sendable {
  private struct Project: Equatable {
    var all: [TaskID] = []
    var byState: [TaskState: [TaskID]] = [:]
    var groups = GroupIndex()
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

  /// The groups of a project; nothing is entered here.
  func groups(of project: String) -> GroupIndex { projects[project]?.groups ?? GroupIndex() }

  /// Enters a group, which is the newest.
  mutating func add(_ group: TaskGroupID, of project: String) {
    projects[project, default: Project()].groups.add(group)
  }

  /// Takes out a group, whose tasks stay.
  mutating func remove(_ group: TaskGroupID, of project: String) {
    projects[project]?.groups.remove(group)
  }

  /// Enters that a task stands in `state`, whether it was there already or not.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - project: Its project.
  ///   - group: Its group, which never changes; `nil` when it has none.
  ///   - state: Where it stands.
  mutating func set(
    _ id: TaskID, of project: String, in group: TaskGroupID? = nil, to state: TaskState
  ) {
    let old = self.state(of: id, in: project)
    if let old {
      projects[project]?.byState[old]?.take(id)
    } else {
      projects[project, default: Project()].all.put(id)
    }
    projects[project]?.byState[state, default: []].put(id)
    if let group { projects[project]?.groups.move(id, of: group, from: old, to: state) }
  }

  /// Takes out tasks, all at once.
  ///
  /// - Parameters:
  ///   - ids: The tasks, the lowest id first; what is not there is passed over.
  ///   - project: Their project.
  ///   - group: The group of all of them; `nil` when they have none.
  mutating func remove(
    _ ids: [TaskID], of project: String, in group: TaskGroupID? = nil
  ) {
    var places: [TaskState: [TaskID]] = [:]
    for id in ids {
      if let state = state(of: id, in: project) { places[state, default: []].append(id) }
    }
    for (state, ids) in places {
      projects[project]?.byState[state]?.take(ids)
      if let group { projects[project]?.groups.remove(ids, of: group, from: state) }
    }
    projects[project]?.all.take(ids)
  }

  /// How many tasks there are in each state, in all projects.
  var standing: [TaskState: Int] {
    projects.values.reduce(into: [:]) { sums, project in
      for (state, ids) in project.byState { sums[state, default: 0] += ids.count }
    }
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

  /// The ids among `some` that stand in one of `states`, in the order of `some`.
  func ids(among some: [TaskID], of project: String, in states: [TaskState]?) -> [TaskID] {
    some.filter { id in
      guard let state = state(of: id, in: project) else { return false }
      return states?.contains(state) ?? true
    }
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
