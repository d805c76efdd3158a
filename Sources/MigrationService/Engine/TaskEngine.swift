import FoundationEssentials
import Logging
import Migration
import ServiceLifecycle
import SystemPackage

/// Carries out what ``TaskMachine`` decides: begins runs, hands them their commands, tells their ends.
///
/// Every operation is one turn of this actor, and nothing comes in between.
actor TaskEngine: Service {
  /// A run that has to begin, and what it will be told.
  struct Beginning: Sendable {
    let attempt: RunAttempt
    let commands: RunCommands
  }

  private let executor = QueueExecutor(label: "ferry.engine")
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  nonisolated let store: TaskStore
  nonisolated let board: TaskBoard
  nonisolated let mover: any Mover
  nonisolated let now: @Sendable () -> Date
  nonisolated let log: Logger
  /// The limits that tasks are held to.
  nonisolated let settings: EngineSettings
  /// Where runs have to stay that somebody else than the owner has asked for.
  let confinement: Bounds
  nonisolated let directory: FilePath
  /// What posts notices; `nil` when nobody can be told.
  nonisolated let poster: NoticePoster?
  /// Each is a reason to see what is owed.
  nonisolated let posterWakes: AsyncStream<Void>
  private nonisolated let posterWake: AsyncStream<Void>.Continuation

  /// The runs that have to begin.
  let beginnings: AsyncStream<Beginning>
  let beginning: AsyncStream<Beginning>.Continuation
  private var machine: TaskMachine
  private var mailboxes: [RunAttempt: RunCommands.Continuation] = [:]
  private var callers: [CheckedContinuation<Void, any Error>] = []
  private(set) var isHalting = false

  /// An engine that has not begun to run; operations are accepted at once.
  ///
  /// - Parameters:
  ///   - store: Where the tasks are kept.
  ///   - mover: What moves the objects.
  ///   - directory: Where each run of a task gets a directory.
  ///   - settings: The limits.
  ///   - confinement: Where runs have to stay that somebody else than the owner has asked for.
  ///   - poster: What posts notices; `nil` when nobody can be told.
  ///   - log: Where to report trouble; no key gets there.
  ///   - now: The clock.
  /// - Throws: When the store cannot be read.
  init(
    store: TaskStore, mover: any Mover, directory: FilePath,
    settings: EngineSettings = EngineSettings(), confinement: Bounds = Bounds(roots: []),
    poster: NoticePoster? = nil, log: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.store = store
    self.mover = mover
    self.directory = directory
    var settings = settings
    settings.tells = poster != nil
    self.settings = settings
    self.confinement = confinement
    self.poster = poster
    self.log = log
    self.now = now
    machine = try TaskMachine(store, settings: settings)
    board = machine.board
    (beginnings, beginning) = AsyncStream.makeStream()
    (posterWakes, posterWake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Has what is owed posted.
  nonisolated func wakePoster() { posterWake.yield() }

  /// Takes one turn, and does what follows from it.
  func turn<Result: Sendable>(
    _ body: @Sendable (inout TaskMachine, Date) throws -> Result
  ) rethrows -> Result {
    defer { for order in machine.takeOrders() { carryOut(order) } }
    return try body(&machine, now())
  }

  /// Makes a task, which starts by itself.
  ///
  /// Callers that come while the disk is busy share one write: each answer says that its task is on
  /// disk, and a hundred of them cost little more than one.
  func create(
    _ definition: TaskDefinition, keys: TransferKeys, project: String,
    within bounds: Bounds = .anywhere
  ) async throws -> CreatedTask {
    let created = try turn { machine, now in
      try machine.accept(
        definition, keys: keys, project: project, isConfined: bounds.roots != nil, at: now)
    }
    do {
      try await withCheckedThrowingContinuation { caller in
        callers.append(caller)
        // Who waits for this actor already comes before the write, and goes into it.
        if callers.count == 1 { Task { saveAccepted() } }
      }
    } catch {
      log.error("a task could not be saved", metadata: ["error": "\(error)"])
      throw ServiceError(.taskNotSaved)
    }
    return created
  }

  private func saveAccepted() {
    let callers = callers
    self.callers = []
    let result = Swift.Result { try turn { try $0.saveAccepted(at: $1) } }
    for caller in callers { caller.resume(with: result) }
  }

  private func carryOut(_ order: TaskMachine.Order) {
    switch order {
    case .begin(let attempt):
      let (commands, mailbox) = RunCommands.makeStream()
      mailboxes[attempt] = mailbox
      beginning.yield(Beginning(attempt: attempt, commands: commands))
    case .tell(let attempt, let command): mailboxes[attempt]?.yield(command)
    case .forget(let id): TaskDirectories.remove(id, in: directory)
    case .tidy(let id, let lists): TaskDirectories.tidy(id, listed: lists, in: directory)
    case .postNotices: wakePoster()
    case .report(let what, let id, let why):
      log.error(
        "failed to \(what)", metadata: ["task": id.map { "\($0)" } ?? "", "error": "\(why)"])
    }
  }

  /// A run is over, and is told nothing any more.
  func close(_ attempt: RunAttempt) { mailboxes.removeValue(forKey: attempt)?.finish() }

  /// What is to be moved in a run.
  ///
  /// - Throws: When its papers cannot be had, or it is over already.
  func order(for attempt: RunAttempt) throws -> MoveOrder {
    guard let run = machine.runs[attempt.task], run.attempt == attempt else {
      throw CancellationError()
    }
    return try order(for: run)
  }

  /// No run ends from now on; what is not over goes on at the next start.
  func beginHalting() {
    isHalting = true
    turn { machine, _ in machine.saveProgress() }
  }
}
