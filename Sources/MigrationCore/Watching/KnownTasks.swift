import Migration

/// What is known of a service's tasks, and how old it is.
///
/// An answer that was asked for earlier never takes the place of a later one.
struct KnownTasks: Sendable {
  /// The ids, about in the order of the service; tasks that were found apart from it are in front.
  private(set) var order: [TaskID] = []
  /// The tasks that change by themselves, as far as anybody knows.
  private(set) var active: Set<TaskID> = []

  private var tasks: [TaskID: SeenTask] = [:]
  /// When tasks were found to be gone; an answer that was asked for before may still bring them.
  private var goneAt: [TaskID: Duration] = [:]

  /// How many there are.
  var count: Int { tasks.count }

  /// The task as it was last seen, and when that was asked for.
  subscript(id: TaskID) -> SeenTask? { tasks[id] }

  /// When that task was asked for which changes by itself and was not seen for longest.
  var oldestActive: Duration? { active.lazy.compactMap { tasks[$0]?.askedAt }.min() }

  /// Takes in a task.
  ///
  /// - Returns: The task before, and whether it is another now; `nil` when something later is known.
  mutating func learn(_ seen: SeenTask) -> (old: MigrationTask?, isChanged: Bool)? {
    let id = seen.task.id
    if let gone = goneAt[id], gone >= seen.askedAt { return nil }
    let old = tasks[id]
    if let old, old.askedAt > seen.askedAt { return nil }
    goneAt[id] = nil
    tasks[id] = seen
    if seen.task.state.isActive { active.insert(id) } else { active.remove(id) }
    return (old?.task, old?.task != seen.task)
  }

  /// Forgets a task that was found to be gone by an answer that was asked for at `askedAt`.
  ///
  /// - Returns: The task; `nil` when something later is known, or nothing.
  mutating func forget(_ id: TaskID, askedAt: Duration) -> MigrationTask? {
    if let known = tasks[id], known.askedAt > askedAt { return nil }
    goneAt[id] = max(goneAt[id] ?? askedAt, askedAt)
    active.remove(id)
    return tasks.removeValue(forKey: id)?.task
  }

  /// Forgets when tasks went, where no answer that was asked for before can come any more.
  mutating func forgetGone(before moment: Duration) {
    if !goneAt.isEmpty { goneAt = goneAt.filter { $0.value >= moment } }
  }

  /// The tasks of which nothing has been seen since `moment`, in the order of the service.
  func unseen(since moment: Duration) -> [TaskID] {
    order.filter { tasks[$0].map { $0.askedAt < moment } ?? false }
  }

  /// Takes over an order; what it does not have is kept in front, what is not known is left out.
  mutating func arrange(by ids: [TaskID]) {
    let known = ids.filter { tasks[$0] != nil }
    guard known.count < tasks.count else { return order = known }
    let arranged = Set(known)
    order = order.filter { tasks[$0] != nil && !arranged.contains($0) } + known
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
