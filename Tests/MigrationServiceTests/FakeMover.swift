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
    var limits: [Int64?] = []
    var stops = 0
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
  /// All limits that were changed.
  var limits: [Int64?] { state.withLock { $0.limits } }
  /// How often a stop was asked for.
  var stops: Int { state.withLock { $0.stops } }
  /// How often everything was halted.
  var halts: Int { state.withLock { $0.halts } }
  /// The tasks that run.
  var running: Set<TaskID> { state.withLock { Set($0.runs.keys) } }

  func run(
    _ order: MoveOrder, report: @escaping @Sendable (MoveProgress) async -> Void
  ) async throws -> MoveResult {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { end in
        state.withLock {
          $0.orders.append(order)
          $0.runs[order.task] = Run(order: order, report: report, end: end)
        }
        if Task.isCancelled { detach(order.task) }
      }
    } onCancel: {
      detach(order.task)
    }
  }

  func stop(_ task: TaskID) async {
    let stopped = state.withLock { state -> (Run, MoveProgress)? in
      guard let run = state.runs[task] else { return nil }
      state.stops += 1
      guard state.reaction == .stop else { return nil }
      state.runs[task] = nil
      return (run, state.last[task] ?? MoveProgress())
    }
    stopped?.0.end.resume(returning: MoveResult(end: .stopped, progress: stopped?.1 ?? .init()))
  }

  func limit(_ bytesPerSecond: Int64?, of task: TaskID) async {
    state.withLock { $0.limits.append(bytesPerSecond) }
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

  /// Ends a run.
  func end(
    _ id: TaskID, _ end: MoveResult.End, _ progress: MoveProgress = MoveProgress(),
    failed: [String] = []
  ) {
    let run = state.withLock { $0.runs.removeValue(forKey: id) }
    run?.end.resume(
      returning: MoveResult(end: end, progress: progress, failedObjects: failed))
  }

  /// Breaks a run off.
  func breakOff(_ id: TaskID, _ error: any Error) {
    state.withLock { $0.runs.removeValue(forKey: id) }?.end.resume(throwing: error)
  }

  private func detach(_ id: TaskID) {
    breakOff(id, CancellationError())
  }
}
