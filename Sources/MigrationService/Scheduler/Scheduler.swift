import Migration

/// Decides which tasks run and with which limit.
///
/// Those of a higher priority go before those of a lower one, and else who came first.
///
/// It knows the active tasks alone, does nothing itself, and answers every change with what is to be
/// done about it, in order.
///
/// A task goes from waiting to running, and leaves when its run has ended.
struct Scheduler: Sendable {
  /// Something that the caller has to do.
  enum Action: Equatable, Sendable {
    /// Begin this task's run, then call ``Scheduler/began(_:clock:at:)``.
    case launch(TaskID)
    /// Change the limit of this task's run.
    case limit(TaskID, Int64?)
  }

  private struct Run {
    let priority: TaskPriority
    var clock = BandwidthClock([])
    var limit: Int64?
  }

  private let maxRunning: Int
  private var waiting = Dictionary(
    uniqueKeysWithValues: TaskPriority.allCases.map { ($0, WaitingQueue()) })
  private var runs: [TaskID: Run] = [:]

  /// A scheduler without tasks.
  ///
  /// - Parameter maxRunning: How many tasks may run at the same time, at least 1.
  init(maxRunning: Int) {
    self.maxRunning = max(1, maxRunning)
  }

  /// Takes up the tasks of an earlier process: what ran goes on running, even above the limit.
  ///
  /// - Parameters:
  ///   - waiting: Tasks that waited, first come first.
  ///   - running: Tasks that ran, also those that were stopping.
  ///   - priorities: Of those tasks whose priority is not the usual one.
  /// - Returns: What is to be done.
  mutating func recover(
    waiting: [TaskID], running: [TaskID], priorities: [TaskID: TaskPriority] = [:]
  ) -> [Action] {
    for id in running { runs[id] = Run(priority: priorities[id] ?? .medium) }
    for id in waiting { add(id, priorities[id] ?? .medium) }
    return running.map(Action.launch) + fill()
  }

  /// A task was created, or started again.
  mutating func add(_ id: TaskID, _ priority: TaskPriority = .medium) {
    waiting[priority]?.append(id)
  }

  /// A task that waits, if it does, has another priority: it is the last of those with that one.
  mutating func move(_ id: TaskID, to priority: TaskPriority) {
    let isWaiting = waiting.values.contains { $0.holds(id) }
    guard isWaiting else { return }
    remove(id)
    add(id, priority)
  }

  /// Lets the first of those that wait run, as many as have room.
  mutating func admit() -> [Action] { fill() }

  /// A launched task begins to run.
  ///
  /// - Returns: The limit to begin with, bytes a second.
  mutating func began(
    _ id: TaskID, clock: BandwidthClock, at minute: DayMinute
  ) -> Int64? {
    let limit = clock.limit(at: minute)
    runs[id]?.clock = clock
    runs[id]?.limit = limit
    return limit
  }

  /// A launch could not be carried out: the task waits again, as the next in turn.
  mutating func launchFailed(_ id: TaskID) {
    guard let run = runs.removeValue(forKey: id) else { return }
    waiting[run.priority]?.putBack(id)
  }

  /// A task that does not run was deleted or has waited too long.
  mutating func remove(_ id: TaskID) {
    for priority in TaskPriority.allCases { waiting[priority]?.remove(id) }
  }

  /// A run has ended, in whatever way; the next task takes its slot.
  mutating func ended(_ id: TaskID) -> [Action] {
    guard runs.removeValue(forKey: id) != nil else { return [] }
    return fill()
  }

  /// The windows of a task were changed.
  mutating func setClock(
    _ clock: BandwidthClock, of id: TaskID, at minute: DayMinute
  ) -> [Action] {
    runs[id]?.clock = clock
    return tick(at: minute)
  }

  /// A minute has begun: the limits of running tasks that change with it.
  mutating func tick(at minute: DayMinute) -> [Action] {
    var actions: [Action] = []
    for (id, run) in runs.sorted(by: { $0.key < $1.key }) {
      let limit = run.clock.limit(at: minute)
      guard limit != run.limit else { continue }
      runs[id]?.limit = limit
      actions.append(.limit(id, limit))
    }
    return actions
  }

  private mutating func fill() -> [Action] {
    var actions: [Action] = []
    for priority in TaskPriority.allCases {
      while runs.count < maxRunning, let id = waiting[priority]?.popFirst() {
        runs[id] = Run(priority: priority)
        actions.append(.launch(id))
      }
    }
    return actions
  }
}
