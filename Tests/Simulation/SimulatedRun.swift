import TestSupport

@testable import Migration

@testable import MigrationService

/// A run that moves nothing: it finds and moves as many objects as it was born with.
struct SimulatedRun {
  /// What it does next.
  enum Deed {
    case reports(MoveProgress)
    case ends(MoveResult)
  }

  let attempt: RunAttempt
  private let onlyFailed: Bool
  private let objects: Int64
  private let before: Int64
  private var found: Int64 = 0
  private var moved: Int64 = 0
  private var failed: Int64 = 0
  /// Whether it has been told to end.
  private(set) var isStopping = false
  /// How it has ended, when nobody could write that down yet.
  private(set) var result: MoveResult?

  /// The run of a task whose source has `objects` objects, of which `before` are at the destination.
  init(_ attempt: RunAttempt, of task: StoredTask, objects: Int64, before: Int64) {
    self.attempt = attempt
    self.before = before
    onlyFailed = task.run.onlyFailed
    self.objects = onlyFailed ? Int64(task.unmoved.failed) : objects
  }

  /// How many objects are at the destination.
  var arrived: Int64 { onlyFailed ? before + moved : max(before, moved) }

  /// Takes a command.
  mutating func take(_ command: RunCommand) {
    if command == .stop { isStopping = true }
  }

  /// Goes on a little.
  ///
  /// - Parameters:
  ///   - random: Decides how.
  ///   - isKind: Whether nothing fails.
  /// - Returns: What it says then.
  mutating func goOn(_ random: inout Generator, isKind: Bool) -> Deed {
    if let result { return .ends(result) }
    found = min(objects, found + Int64.random(in: 1...4, using: &random))
    if moved + failed < found {
      let isThere = !onlyFailed && moved < before
      let fails = !isKind && !isThere && Int.random(in: 0..<8, using: &random) == 0
      if fails { failed += 1 } else { moved += 1 }
    }
    // A stop takes its time, and what was on its way may be done before it.
    let end: MoveResult.End? =
      if found == objects, moved + failed == objects {
        failed == 0 ? .succeeded : .failed(TaskFailure(code: "TRF.0062", message: "some failed"))
      } else if isStopping, Bool.random(using: &random) {
        .stopped
      } else if !isKind, Int.random(in: 0..<60, using: &random) == 0 {
        .failed(TaskFailure(code: "TRF.0001", message: "it broke off"))
      } else {
        nil
      }
    guard let end else { return .reports(progress) }
    let result = MoveResult(
      end: end, progress: progress, unmoved: MoveResult.Unmoved(failed: Int(failed)))
    self.result = result
    return .ends(result)
  }

  private var progress: MoveProgress {
    MoveProgress(
      objects: ObjectCounts(total: found, succeeded: moved, failed: failed),
      totalBytes: found, realBytes: found, completedBytes: moved, isScanned: found == objects)
  }
}
