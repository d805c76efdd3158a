import MigrationService
import Synchronization

@testable import Migration

/// A mover that moves nothing: the test says what it reports and how its runs end.
final class FakeMover: Mover {
  /// How a run reacts to a stop.
  enum Reaction {
    /// It ends as stopped.
    case stop
    /// It goes on until the test ends it.
    case ignore
  }

  private struct Run {
    let order: MoveOrder
    let report: @Sendable (MoveProgress) async -> Void
    let end: CheckedContinuation<MoveResult, any Error>
  }

  private struct State {
    var reaction = Reaction.stop
    var runs: [TaskID: Run] = [:]
    var orders: [MoveOrder] = []
    var commands: [[RunCommand]] = []
    var reports: [@Sendable (MoveProgress) async -> Void] = []
    var halts = 0
    var last: [TaskID: MoveProgress] = [:]
  }

  private let state = Mutex(State())

  /// A mover whose runs react to a stop like this.
  init(onStop reaction: Reaction = .stop) {
    state.withLock { $0.reaction = reaction }
  }

  /// All orders so far.
  var orders: [MoveOrder] { state.withLock { $0.orders } }
  /// What each run was told, oldest run first.
  var commands: [[RunCommand]] { state.withLock { $0.commands } }
  /// All limits that were changed.
  var limits: [Int64?] {
    commands.joined().compactMap { command in
      if case .limit(let limit) = command { .some(limit) } else { nil }
    }
  }
  /// How often everything was halted.
  var halts: Int { state.withLock { $0.halts } }
  /// The tasks that run.
  var running: Set<TaskID> { state.withLock { Set($0.runs.keys) } }

  func run(
    _ order: MoveOrder, commands: RunCommands,
    report: @escaping @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    let number = state.withLock { state in
      state.orders.append(order)
      state.commands.append([])
      state.reports.append(report)
      return state.orders.count - 1
    }
    async let _ = listen(to: commands, run: number, of: order.task)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { end in
        state.withLock { $0.runs[order.task] = Run(order: order, report: report, end: end) }
        if Task.isCancelled { detach(order.task) }
      }
    } onCancel: {
      detach(order.task)
    }
  }

  private func listen(to commands: RunCommands, run: Int, of task: TaskID) async {
    for await command in commands {
      state.withLock { $0.commands[run].append(command) }
      guard command == .stop, state.withLock({ $0.reaction }) == .stop else { continue }
      // A stop may be there before the run is.
      while !running.contains(task), !Task.isCancelled { await Task.yield() }
      end(task, .stopped, state.withLock { $0.last[task] } ?? MoveProgress())
    }
  }

  func halt() async {
    state.withLock { $0.halts += 1 }
    for id in running { detach(id) }
  }

  /// Reports progress of a run.
  func report(_ progress: MoveProgress, of id: TaskID) async {
    let run = state.withLock { state in
      state.last[id] = progress
      return state.runs[id]
    }
    await run?.report(progress)
  }

  /// Reports progress in the name of a run, by its number from 0 up, also when it is over.
  func report(_ progress: MoveProgress, fromRun number: Int) async {
    await state.withLock { $0.reports[number] }(progress)
  }

  /// Ends a run.
  func end(
    _ id: TaskID, _ end: MoveResult.End, _ progress: MoveProgress = MoveProgress(),
    failed: [String] = [], leftOut: [String] = []
  ) {
    let run = state.withLock { $0.runs.removeValue(forKey: id) }
    guard let run else { return }
    let lists = [
      UnmovedFile.Kind.failed: failed.map { UnmovedObject($0, "It failed.") },
      .leftOut: leftOut.map { UnmovedObject($0, "It is a link.") },
    ]
    do {
      for (kind, objects) in lists {
        _ = try UnmovedFile(kind, in: run.order.directory).write { lines in
          for object in objects { try lines.add(object) }
        }
      }
      run.end.resume(
        returning: MoveResult(
          end: end, progress: progress,
          unmoved: MoveResult.Unmoved(failed: failed.count, leftOut: leftOut.count)))
    } catch {
      run.end.resume(throwing: error)
    }
  }

  /// Breaks a run off.
  func breakOff(_ id: TaskID, _ error: any Error) {
    state.withLock { $0.runs.removeValue(forKey: id) }?.end.resume(throwing: error)
  }

  private func detach(_ id: TaskID) {
    breakOff(id, CancellationError())
  }
}
