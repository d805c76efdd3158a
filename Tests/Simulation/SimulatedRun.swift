import TestSupport

@testable import Migration

@testable import MigrationService

/// A run that moves nothing: its plan is the real one, its children and its source are drawn.
struct SimulatedRun {
  /// What it does next.
  enum Deed {
    case reports(MoveProgress)
    case ends(MoveResult)
    /// It does what no run may do.
    case breaks(String)
  }

  let attempt: RunAttempt
  /// Objects at the destination that are none of what the run is about.
  private let others: Int64
  private var children: SimulatedChildren
  private var plan = RunPlan()
  /// How it has ended, when nobody could write that down yet.
  private(set) var result: MoveResult?

  /// The run of a task, which may have been begun by an earlier process.
  ///
  /// - Parameters:
  ///   - attempt: The run.
  ///   - task: The task.
  ///   - objects: How many objects its source has.
  ///   - arrived: How many of them are at the destination now.
  ///   - before: How many were when the run began.
  init(
    _ attempt: RunAttempt, of task: StoredTask, objects: Int64, arrived: Int64, before: Int64
  ) {
    self.attempt = attempt
    others = task.run.onlyFailed ? before : 0
    children =
      task.run.onlyFailed
      ? SimulatedChildren(named: Int64(task.unmoved.failed), there: arrived - before)
      : SimulatedChildren(listed: objects, there: arrived)
  }

  /// Whether it has been told to end.
  var isStopping: Bool { plan.wish == .stop }

  /// How many objects are at the destination.
  var arrived: Int64 { others + children.moved }

  /// Takes a command.
  mutating func take(_ command: RunCommand) {
    if command == .stop { plan.wish = .stop }
  }

  /// Goes on a little.
  ///
  /// - Parameters:
  ///   - random: Decides how.
  ///   - isKind: Whether nothing fails.
  /// - Returns: What it says then.
  mutating func goOn(_ random: inout Generator, isKind: Bool) -> Deed {
    if let result { return .ends(result) }
    children.goOn(&random, isKind: isKind)
    // The plan is looked at once in a while, and a stop takes its time.
    guard Bool.random(using: &random) else { return .reports(progress) }
    for action in plan.next(children.facts) {
      switch action {
      case .start(let purpose):
        guard children.start(purpose) else { return .breaks("two children do the same") }
      case .audit, .slowDown: break
      case .end: children.end()
      case .lookAfter: children.lookAfter()
      case .judge: return .breaks("a run compares what nobody wants compared")
      case .record(let isStopped):
        guard !children.areAlive else { return .breaks("a run is over and a child is not") }
        let result = MoveResult(
          end: end(isStopped: isStopped), progress: progress, unmoved: unmoved)
        self.result = result
        return .ends(result)
      case .detach: return .breaks("a run gives up by itself")
      }
    }
    return .reports(progress)
  }

  private func end(isStopped: Bool) -> MoveResult.End {
    guard !isStopped else { return .stopped }
    let isWhole = children.failed == 0 && children.moved == children.found
    guard plan.isScanned, isWhole, !children.facts.isBroken, !children.facts.isGivenUp else {
      return .failed(TaskFailure(code: "TRF.0062", message: "some were not moved"))
    }
    return .succeeded
  }

  /// A full disk keeps a run from leaving its lists.
  private var unmoved: MoveResult.Unmoved? {
    children.hasRoom ? MoveResult.Unmoved(failed: Int(children.failed)) : nil
  }

  private var progress: MoveProgress {
    MoveProgress(
      objects: ObjectCounts(
        total: children.found, succeeded: children.moved, failed: children.failed),
      totalBytes: children.found, realBytes: children.found, completedBytes: children.moved,
      isScanned: plan.isScanned)
  }
}
