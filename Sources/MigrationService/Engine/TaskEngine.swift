import FoundationEssentials
import Logging
import Migration
import ServiceLifecycle
import SystemPackage

/// Carries out what is asked of tasks: decides, writes down, moves.
///
/// Every operation is one turn of this actor: it checks the task's state, writes the new one to
/// disk and tells the scheduler, and nothing comes in between. What was answered is on disk.
actor TaskEngine: Service {
  /// What ``run()`` has to do next.
  enum Work: Sendable {
    case admit
    case move(TaskID)
    case stop(TaskID)
    case limit(TaskID, Int64?)
  }

  private let executor = QueueExecutor(label: "ferry.engine")
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  nonisolated let store: TaskStore
  nonisolated let live = LiveProgress()
  nonisolated let mover: any Mover
  nonisolated let now: @Sendable () -> Date
  nonisolated let log: Logger
  /// The limits that tasks are held to.
  nonisolated let settings: EngineSettings
  let directory: FilePath

  let work: AsyncStream<Work>
  let workContinuation: AsyncStream<Work>.Continuation
  var scheduler: Scheduler
  var naming: TaskNaming
  private var earlier: [TaskID: EarlierRuns] = [:]
  private var unsaved: [TaskID: MoveProgress] = [:]
  var possibleCreations: [String: Int] = [:]
  private var isAdmitting = false
  private(set) var isHalting = false

  /// An engine that has not begun to run; operations are accepted at once.
  ///
  /// - Parameters:
  ///   - store: Where the tasks are kept.
  ///   - mover: What moves the objects.
  ///   - directory: Where each run of a task gets a directory.
  ///   - settings: The limits.
  ///   - log: Where to report trouble; no key gets there.
  ///   - now: The clock.
  /// - Throws: When the store cannot be read.
  init(
    store: TaskStore, mover: any Mover, directory: FilePath,
    settings: EngineSettings = EngineSettings(), log: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.store = store
    self.mover = mover
    self.directory = directory
    self.settings = settings
    self.log = log
    self.now = now
    scheduler = Scheduler(maxRunning: settings.maxRunning)
    naming = TaskNaming(after: try store.highestID())
    (work, workContinuation) = AsyncStream.makeStream()
  }

  /// Takes up the tasks of an earlier process.
  func recover() throws {
    let unfinished = try store.unfinished()
    let waiting = unfinished.filter { !$0.state.isMoving }.map(\.id)
    let running = unfinished.filter { $0.state == .running }.map(\.id)
    let stopping = unfinished.filter { $0.state == .stopping }.map(\.id)
    try TaskDirectories.removeOrphans(in: directory) { try store.existing($0) }
    perform(scheduler.recover(waiting: waiting, running: running, stopping: stopping))
  }

  /// Lets new tasks in.
  func admit() {
    isAdmitting = false
    perform(scheduler.admit())
  }

  /// Has new tasks let in; many creations at once become one admission, and with it one write.
  func admitSoon() {
    guard !isAdmitting else { return }
    isAdmitting = true
    workContinuation.yield(.admit)
  }

  /// Carries out what the scheduler decided.
  func perform(_ actions: [Scheduler.Action]) {
    for action in actions {
      switch action {
      case .wait(let ids):
        attempt("let tasks wait") { try store.wait(ids) }
      case .launch(let id): launch(id)
      case .stop(let id): workContinuation.yield(.stop(id))
      case .limit(let id, let limit): workContinuation.yield(.limit(id, limit))
      }
    }
  }

  private func launch(_ id: TaskID) {
    do {
      guard let task = try store.begin(id, at: now()) else {
        perform(scheduler.ended(id))
        return
      }
      earlier[id] = task.run.earlier
      live.set(task.progress, of: id)
      workContinuation.yield(.move(id))
    } catch {
      log.error("a task could not be launched", metadata: ["task": "\(id)", "error": "\(error)"])
      scheduler.launchFailed(id)
    }
  }

  /// What the mover is to do for a task that runs.
  func order(for id: TaskID) throws -> MoveOrder {
    guard let task = try store.task(id) else { throw CancellationError() }
    guard let keys = try store.keys(of: id) else { throw EngineProblem.keysLost }
    let limit = scheduler.began(
      id, clock: BandwidthClock(task.definition.bandwidth), at: DayMinute(local: now()))
    let definition = task.definition
    return MoveOrder(
      task: id, directory: try TaskDirectories.make(id, run: task.run.number, in: directory),
      source: MoveEnd(location: definition.source, keys: keys.source),
      destination: MoveEnd(location: definition.destination, keys: keys.destination),
      kind: definition.kind,
      onlyObjects: task.run.onlyFailed ? try store.failedObjects(of: id) : nil,
      changedSince: definition.changedSince, bandwidth: limit,
      transfers: definition.threads == 0 ? 4 : definition.threads)
  }

  /// Notes how far a run is.
  func note(_ progress: MoveProgress, of id: TaskID) {
    guard scheduler.running.contains(id) else { return }
    let total = (earlier[id] ?? .none).total(with: progress)
    live.set(total, of: id)
    unsaved[id] = total
  }

  /// Whether a run is still to be ended.
  func isRunning(_ id: TaskID) -> Bool { scheduler.running.contains(id) }

  /// Writes down the end of a run and lets the next task run.
  func end(_ id: TaskID, _ result: MoveResult) throws {
    guard var task = try store.task(id) else { return perform(scheduler.ended(id)) }
    task.run.elapsedBefore = task.elapsed(at: now())
    task.progress = (earlier[id] ?? task.run.earlier).total(with: result.progress)
    switch result.end {
    case .succeeded: task.state = .succeeded
    case .stopped: task.state = .stopped
    case .failed(let failure):
      task.state = .failed
      task.failure = failure
    }
    let recorded = task.definition.shown.recordsFailures ? result.failedObjects : []
    try store.end(task, failedObjects: recorded)
    unsaved[id] = nil
    earlier[id] = nil
    live.set(nil, of: id)
    perform(scheduler.ended(id))
  }

  /// A second has passed: limits follow the windows, and postponed launches are tried again.
  func tick() {
    perform(scheduler.tick(at: DayMinute(local: now())))
    perform(scheduler.admit())
  }

  /// Writes down how far the running tasks are.
  func saveProgress() {
    guard !unsaved.isEmpty else { return }
    attempt("save progress") {
      try store.save(unsaved)
      unsaved = [:]
    }
  }

  /// Lets tasks fail that have waited too long.
  func expire() {
    attempt("expire waiting tasks") {
      let limit = now().addingTimeInterval(-Double(settings.waitingTime.milliseconds) / 1000)
      for id in try store.waiting(since: limit) {
        guard var task = try store.task(id) else { continue }
        task.state = .failed
        task.failure = TaskFailure(code: "TRF.0003", message: "The task has waited too long.")
        try store.end(task, failedObjects: [])
        scheduler.remove(id)
      }
    }
  }

  /// No run ends from now on; what is not over goes on at the next start.
  func beginHalting() {
    isHalting = true
    saveProgress()
  }

  private func attempt(_ what: String, _ body: () throws -> Void) {
    do {
      try body()
    } catch {
      log.error("failed to \(what)", metadata: ["error": "\(error)"])
    }
  }
}
