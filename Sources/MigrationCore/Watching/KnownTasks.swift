import Migration

/// What is known of a service's tasks, and how old it is.
///
/// An answer that was asked for earlier never takes the place of a later one.
struct KnownTasks: Sendable {
  /// The ids, about in the order of the service; tasks that were found apart from it are in front.
  private(set) var order: [TaskID] = []
  /// The tasks that change by themselves, as far as anybody knows.
  private(set) var active: Set<TaskID> = []

  private var tasks = PackedTasks()
  /// When each was asked for, at the position of its task.
  private var moments: [Duration] = []
  /// When tasks were found to be gone; an answer that was asked for before may still bring them.
  private var goneAt: [TaskID: Duration] = [:]

  /// How many there are.
  var count: Int { tasks.count }

  /// The task as it was last seen, and when that was asked for.
  subscript(id: TaskID) -> SeenTask? {
    tasks.position(of: id).map { SeenTask(task: tasks[$0], askedAt: moments[$0]) }
  }

  /// When that task was asked for which changes by itself and was not seen for longest.
  var oldestActive: Duration? { active.lazy.compactMap(askedAt).min() }

  /// When the task was asked for that was last seen; `nil` when there is none.
  func askedAt(_ id: TaskID) -> Duration? {
    tasks.position(of: id).map { moments[$0] }
  }

  /// Takes in a task.
  ///
  /// - Returns: The task before, and whether it is another now; `nil` when something later is known.
  mutating func learn(_ seen: SeenTask) -> (old: MigrationTask?, isChanged: Bool)? {
    let id = seen.task.id
    let position = tasks.position(of: id)
    if let gone = goneAt[id], gone >= seen.askedAt { return nil }
    if let position, seen.askedAt < moments[position] { return nil }
    goneAt[id] = nil
    if seen.task.state.isActive { active.insert(id) } else { active.remove(id) }
    let change = tasks.put(seen.task)
    if let position { moments[position] = seen.askedAt } else { moments.append(seen.askedAt) }
    switch change {
    case .added: return (nil, true)
    case .none: return (seen.task, false)
    case .replaced(let old): return (old, true)
    }
  }

  /// Forgets a task that was found to be gone by an answer that was asked for at `askedAt`.
  ///
  /// - Returns: The task; `nil` when something later is known, or nothing.
  mutating func forget(_ id: TaskID, askedAt: Duration) -> MigrationTask? {
    if let known = self.askedAt(id), known > askedAt { return nil }
    goneAt[id] = max(goneAt[id] ?? askedAt, askedAt)
    active.remove(id)
    guard let (task, position) = tasks.remove(id) else { return nil }
    moments.swapAt(position, moments.count - 1)
    moments.removeLast()
    return task
  }

  /// Forgets when tasks went, where no answer that was asked for before can come any more.
  mutating func forgetGone(before moment: Duration) {
    if !goneAt.isEmpty { goneAt = goneAt.filter { $0.value >= moment } }
  }

  /// The tasks of which nothing has been seen since `moment`, in the order of the service.
  func unseen(since moment: Duration) -> [TaskID] {
    order.filter { askedAt($0).map { $0 < moment } ?? false }
  }

  /// Whether there is such a task.
  func isKnown(_ id: TaskID) -> Bool { tasks.position(of: id) != nil }

  /// Takes over an order; what it does not have is kept in front, what is not known is left out.
  mutating func arrange(by ids: [TaskID]) {
    let known = ids.filter(isKnown)
    guard known.count < tasks.count else { return order = known }
    let arranged = Set(known)
    order = order.filter { isKnown($0) && !arranged.contains($0) } + known
  }

  /// Puts ids that were found apart from a walk in front.
  mutating func putInFront(_ ids: [TaskID]) { order.insert(contentsOf: ids, at: 0) }

  /// Where these tasks are in the order of the service, about.
  func positions(of ids: Set<TaskID>) -> [TaskID: Int] {
    var positions: [TaskID: Int] = [:]
    for (position, id) in order.enumerated() where ids.contains(id) { positions[id] = position }
    return positions
  }

  /// Takes ids out of the order.
  mutating func takeOut(_ ids: Set<TaskID>) {
    if !ids.isEmpty { order.removeAll(where: ids.contains) }
  }
}

extension TaskState {
  /// Whether a task leaves this state by itself, as far as anybody knows.
  var isActive: Bool {
    switch self {
    case .initialising, .waiting, .running, .retrying, .stopping: true
    case .stopped, .failed, .succeeded, .unknown: false
    }
  }
}

/// A place in a walk whose tasks are kept elsewhere.
struct ListedID: Identifiable, Sendable {
  let id: TaskID
}
