import Migration

/// Decides which tasks run and with which limit.
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
    var clock = BandwidthClock([])
    var limit: Int64?
  }

  private let maxRunning: Int
  private var waiting = WaitingQueue()
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
  /// - Returns: What is to be done.
  mutating func recover(waiting: [TaskID], running: [TaskID]) -> [Action] {
    for id in running { runs[id] = Run() }
    for id in waiting { self.waiting.append(id) }
    return running.map(Action.launch) + fill()
  }

  /// A task was created, or started again.
  mutating func add(_ id: TaskID) {
    waiting.append(id)
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
    guard runs.removeValue(forKey: id) != nil else { return }
    waiting.putBack(id)
  }

  /// A task that does not run was deleted or has waited too long.
  mutating func remove(_ id: TaskID) {
    waiting.remove(id)
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
    while runs.count < maxRunning, let id = waiting.popFirst() {
      runs[id] = Run()
      actions.append(.launch(id))
    }
    return actions
  }
}
