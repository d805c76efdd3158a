import FoundationEssentials
import Migration

/// Decides what becomes of tasks, and has it written down before anything follows from it.
///
/// It knows no thread, no clock and no process: every turn is told the time, and what is to be done
/// outside waits in ``takeOrders()`` after it, in order, also when the turn has failed.
struct TaskMachine {
  /// Something that has to be done outside.
  enum Order: Equatable, Sendable {
    /// Let this run begin.
    case begin(RunAttempt)
    /// Tell this run something.
    case tell(RunAttempt, RunCommand)
    /// Remove the papers of a task that is gone.
    case forget(TaskID)
    /// Remove what the runs of a task have kept for later ones, as there will be none; the lists that
    /// this run has left stay.
    case tidy(TaskID, lists: Int)
    /// Post the notices that are owed.
    case postNotices
    /// Report trouble that nobody waits to hear of.
    case report(String, TaskID?, String)
  }

  let store: any TaskKeeping
  /// What readers see.
  let board: TaskBoard
  /// The limits that tasks are held to.
  let settings: EngineSettings
  var scheduler: Scheduler
  var runs: [TaskID: ActiveRun] = [:]
  var naming: TaskNaming
  var accepted: [NewTask] = []
  /// How many tasks each project may have created in a day at the most; less when some are counted.
  var possibleCreations: [String: Int] = [:]
  private var orders: [Order] = []
  private var isOpen = false

  /// A machine for the tasks of a store; nothing runs before ``recover(at:)``.
  ///
  /// - Throws: When the store cannot be read.
  init(_ store: any TaskKeeping, settings: EngineSettings) throws {
    self.store = store
    self.settings = settings
    scheduler = Scheduler(maxRunning: settings.maxRunning)
    naming = TaskNaming(after: try store.highestID())
    board = TaskBoard(
      try store.index(),
      moving: try store.unfinished().compactMap(store.task).filter(\.state.isMoving))
  }

  /// What is to be done outside since the last time.
  mutating func takeOrders() -> [Order] {
    defer { orders = [] }
    return orders
  }

  /// Has something done outside.
  mutating func order(_ order: Order) { orders.append(order) }

  /// Takes up the tasks of an earlier process.
  ///
  /// - Throws: When the store cannot be read.
  mutating func recover(at now: Date) throws {
    let unfinished = try store.unfinished()
    isOpen = true
    perform(
      scheduler.recover(
        waiting: unfinished.filter { board.moving($0) == nil },
        running: unfinished.filter { board.moving($0) != nil },
        priorities: try store.priorities()),
      at: now)
  }

  /// Writes changes down, and shows them once they are on disk.
  func commit(_ changes: [TaskChange], _ groups: [GroupChange] = []) throws {
    try store.commit(changes, groups)
    board.enter(changes, groups)
  }

  /// The task of a project as it is now.
  ///
  /// - Throws: `OMS.0053` when there is none.
  func task(_ id: TaskID, of project: String) throws -> StoredTask {
    guard board.state(of: id, in: project) != nil,
      let task = try board.moving(id) ?? store.task(id)
    else { throw ServiceError(.noSuchTask) }
    return task
  }

  /// Lets those run whose turn it is.
  mutating func admit(at now: Date) {
    if isOpen { perform(scheduler.admit(), at: now) }
  }

  /// Carries out what the scheduler decided.
  mutating func perform(_ actions: [Scheduler.Action], at now: Date) {
    var launches: [TaskID] = []
    for action in actions {
      switch action {
      case .launch(let id): launches.append(id)
      case .limit(let id, let limit): tell(id, .limit(limit))
      }
    }
    if !launches.isEmpty { launch(launches, at: now) }
  }

  /// Tells the present run of a task something; nothing when there is none.
  mutating func tell(_ id: TaskID, _ command: RunCommand) {
    if let run = runs[id] { order(.tell(run.attempt, command)) }
  }

  private mutating func launch(_ ids: [TaskID], at now: Date) {
    do {
      // What moved in an earlier process goes on with the same run.
      let goingOn = ids.compactMap(board.moving)
      let new = try ids.filter { board.moving($0) == nil }.compactMap(store.task)
        .map { $0.launched(at: now) }
      if !new.isEmpty { try commit(new.map(TaskChange.update)) }
      for task in goingOn + new { begin(task, at: now) }
      for id in ids where runs[id] == nil { perform(scheduler.ended(id), at: now) }
    } catch {
      order(.report("launch", ids.first, "\(error)"))
      for id in ids.reversed() { scheduler.launchFailed(id) }
    }
  }

  private mutating func begin(_ task: StoredTask, at now: Date) {
    let limit = scheduler.began(
      task.id, clock: BandwidthClock(task.definition.bandwidth), at: settings.zone.minute(at: now))
    let run = ActiveRun(task, limit: limit)
    runs[task.id] = run
    order(.begin(run.attempt))
    // It was told so by an earlier process.
    if run.isStopping { order(.tell(run.attempt, .stop)) }
  }
}

extension StoredTask {
  fileprivate func launched(at now: Date) -> StoredTask {
    var task = self
    task.state = .running
    task.run.number += 1
    task.run.began = now
    task.run.firstBegan = task.run.firstBegan ?? now
    return task
  }
}
