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
    case move(RunAttempt, RunCommands)
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
  /// Where runs have to stay that somebody else than the owner has asked for.
  let confinement: Bounds
  let directory: FilePath

  let work: AsyncStream<Work>
  let workContinuation: AsyncStream<Work>.Continuation
  var scheduler: Scheduler
  var runs = ActiveRuns()
  var naming: TaskNaming
  var creations: [NewTask] = []
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
  ///   - confinement: Where runs have to stay that somebody else than the owner has asked for.
  ///   - log: Where to report trouble; no key gets there.
  ///   - now: The clock.
  /// - Throws: When the store cannot be read.
  init(
    store: TaskStore, mover: any Mover, directory: FilePath,
    settings: EngineSettings = EngineSettings(), confinement: Bounds = Bounds(roots: []),
    log: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.store = store
    self.mover = mover
    self.directory = directory
    self.settings = settings
    self.confinement = confinement
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
    let moving = unfinished.filter { $0.state.isMoving }.map(\.id)
    try TaskDirectories.removeOrphans(in: directory) { try store.existing($0) }
    perform(scheduler.recover(waiting: waiting, running: moving))
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
      case .limit(let id, let limit): runs.limit(limit, of: id)
      }
    }
  }

  private func launch(_ id: TaskID) {
    do {
      guard let task = try store.begin(id, at: now()) else {
        perform(scheduler.ended(id))
        return
      }
      live.set(task.progress, of: id)
      let (attempt, commands) = runs.begin(task)
      workContinuation.yield(.move(attempt, commands))
    } catch {
      log.error("a task could not be launched", metadata: ["task": "\(id)", "error": "\(error)"])
      scheduler.launchFailed(id)
    }
  }

  /// A second has passed: limits follow the windows, and postponed launches are tried again.
  func tick() {
    perform(scheduler.tick(at: DayMinute(local: now())))
    perform(scheduler.admit())
  }

  /// Lets tasks fail that have waited too long.
  func expire() {
    attempt("expire waiting tasks") {
      let limit = now().addingTimeInterval(-Double(settings.waitingTime.milliseconds) / 1000)
      for id in try store.waiting(since: limit) {
        guard var task = try store.task(id) else { continue }
        task.state = .failed
        task.failure = TaskFailure(code: "TRF.0003", message: "The task has waited too long.")
        try store.end(task)
        scheduler.remove(id)
      }
    }
  }

  /// No run ends from now on; what is not over goes on at the next start.
  func beginHalting() {
    isHalting = true
    saveProgress()
  }

  /// Does something that is tried again later when it fails.
  func attempt(_ what: String, _ body: () throws -> Void) {
    do {
      try body()
    } catch {
      log.error("failed to \(what)", metadata: ["error": "\(error)"])
    }
  }
}
