import FoundationEssentials
import Migration

/// What callers may ask for of groups: each is one turn, and one write, for all tasks of a group.
///
/// Each operation throws ``ServiceError`` when it is refused, and has then changed nothing.
extension TaskMachine {
  /// All of a group is one turn, for which everybody else waits.
  private static let mostParts = 1000

  /// Makes a group with all of its tasks, which start by themselves.
  mutating func create(
    _ group: StoredGroup, keys: TransferKeys, isConfined: Bool, at now: Date
  ) throws {
    let parts = group.parts
    guard parts.count <= Self.mostParts else {
      throw ServiceError(
        .parametersInvalid, "a group has at most \(Self.mostParts) tasks, this one \(parts.count)")
    }
    try checkQuotas(of: group.project, for: parts.count, at: now)
    let tasks = parts.map { part in
      var task = make(part, project: group.project, isConfined: isConfined, at: now)
      task.group = group.id
      return task
    }
    try save(tasks.map { .add($0, keys) }, [.add(group)], of: group.id)
    for task in tasks { scheduler.add(task.id, task.definition.choices.priority) }
    admit(at: now)
  }

  /// Asks a group to stop: what runs is told so, and what waits is stopped already.
  ///
  /// The runs are told whether that can be written down or not, as ``stop(_:project:)`` does.
  mutating func stop(_ id: TaskGroupID, project: String) throws {
    let members = try tasks(of: id, in: project)
    try refuse(.stop, members)
    var changes: [TaskChange] = []
    for var task in members {
      switch task.state {
      case .running, .retrying:
        if runs[task.id]?.isStopping == false {
          runs[task.id]?.isStopping = true
          tell(task.id, .stop)
        }
        task.state = .stopping
        changes.append(.update(task))
      case .initialising, .waiting:
        task.state = .stopped
        changes.append(.end(task))
      case .stopping, .stopped, .failed, .succeeded, .unknown: break
      }
    }
    try save(changes, [], of: id)
    for task in changes.map(\.task) {
      runs[task.id]?.task = task
      if task.state == .stopped { scheduler.remove(task.id) }
    }
  }

  /// Runs the tasks of a group again: those that are stopped of a group that is, those that failed of
  /// one that has.
  ///
  /// - Parameters:
  ///   - id: The group.
  ///   - action: The start of a stopped group or the retry of a failed one.
  ///   - project: The caller's project.
  ///   - isConfined: Whether the runs have to stay where callers from elsewhere may go.
  ///   - now: The time.
  ///   - keys: The keys that tasks with this definition need, or a refusal.
  /// - Throws: ``ServiceError`` when it is refused.
  mutating func restart(
    _ id: TaskGroupID, _ action: GroupAction, project: String, isConfined: Bool, at now: Date,
    keys: (TaskDefinition) throws(ServiceError) -> TransferKeys
  ) throws {
    let members = try tasks(of: id, in: project)
    try refuse(action, members)
    let keys = try keys(try group(id).definition)
    let (state, failedOnly) = action.restarts
    let changes = members.filter { $0.state == state }.map { task in
      var task = task
      // Of what has left no list nobody knows which objects failed.
      task.queue(
        failedOnly: failedOnly && task.unmoved.failed > 0, isConfined: isConfined, at: now)
      return TaskChange.requeue(task, keys)
    }
    try save(changes, [], of: id)
    for task in changes.map(\.task) { scheduler.add(task.id, task.definition.choices.priority) }
    admit(at: now)
  }

  /// Removes a group that does not run, with all of its tasks.
  mutating func delete(_ id: TaskGroupID, project: String, at now: Date) throws {
    let members = try tasks(of: id, in: project)
    try refuse(.delete, members)
    try save(members.map { .remove($0, at: now) }, [.remove(try group(id))], of: id)
    for task in members { order(.forget(task.id)) }
  }

  /// Replaces the speed windows of a group that has not succeeded, and of its tasks that have not.
  mutating func changeBandwidth(
    _ windows: [BandwidthWindow], of id: TaskGroupID, project: String, at now: Date
  ) throws {
    let members = try tasks(of: id, in: project)
    try refuse(.limit(windows), members)
    var group = try group(id)
    group.definition.bandwidth = windows
    let open = members.filter { $0.state != .succeeded }.map { task in
      var task = task
      task.definition.bandwidth = windows
      return task
    }
    try save(open.map(TaskChange.redefine), [.redefine(group)], of: id)
    applyLimits(of: open, at: now)
  }

  /// Which tasks a group has.
  ///
  /// - Throws: `OMS.1009` when the project has no such group.
  func members(of id: TaskGroupID, in project: String) throws -> GroupIndex.Members {
    guard let members = board.members(of: id, in: project) else {
      throw ServiceError.noSuchGroup
    }
    return members
  }

  private func tasks(of id: TaskGroupID, in project: String) throws -> [StoredTask] {
    _ = try members(of: id, in: project)
    return try store.members(of: id).map { board.moving($0.id) ?? $0 }
  }

  private func group(_ id: TaskGroupID) throws -> StoredGroup {
    guard let group = try store.group(id) else { throw ServiceError.noSuchGroup }
    return group
  }

  private func refuse(_ action: GroupAction, _ members: [StoredTask]) throws {
    try ServiceError.refuse(action.refusal(in: TaskGroupState(of: members.standing)))
  }

  /// Writes down what becomes of a group and its tasks.
  private mutating func save(
    _ changes: [TaskChange], _ groups: [GroupChange], of id: TaskGroupID
  ) throws {
    do {
      try commit(changes, groups)
    } catch {
      order(.report("save group \(id)", nil, "\(error)"))
      throw ServiceError(.taskNotSaved)
    }
  }
}

extension [StoredTask] {
  /// How many there are in each state.
  var standing: [TaskState: Int] {
    reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
  }
}

extension GroupAction {
  /// Which tasks it runs again, and whether of these the failed objects alone.
  fileprivate var restarts: (TaskState, failedOnly: Bool) {
    if case .retry(let failedOnly) = self { (.failed, failedOnly) } else { (.stopped, false) }
  }
}
