import Migration

/// What the runs before the present one have done, so that a task's counts stay true over a stop
/// and a start.
enum EarlierRuns: Equatable, Sendable {
  /// There was none.
  case none
  /// The present run goes over all objects again and skips those that have arrived.
  case all(MoveProgress)
  /// The present run goes over `count` objects that failed.
  case failedObjects(count: Int64, MoveProgress)

  /// The progress of the task: what earlier runs did and what `run` reports.
  ///
  /// An object that an earlier run moved and this one skips has arrived: it counts as succeeded.
  func total(with run: MoveProgress) -> MoveProgress {
    switch self {
    case .none: run
    case .all(let earlier): Self.repeated(earlier, run)
    case .failedObjects(let count, let earlier): Self.completed(earlier, failed: count, run)
    }
  }

  private static func repeated(_ earlier: MoveProgress, _ run: MoveProgress) -> MoveProgress {
    var total = run
    let objects = min(earlier.objects.succeeded, run.objects.skipped)
    total.objects.succeeded += objects
    total.objects.skipped -= objects
    let bytes = min(earlier.completedBytes, max(0, run.totalBytes - run.realBytes))
    total.completedBytes += bytes
    total.realBytes += bytes
    return total
  }

  private static func completed(
    _ earlier: MoveProgress, failed: Int64, _ run: MoveProgress
  ) -> MoveProgress {
    // At the end of a run, the bytes that are real and did not arrive are those of failed objects.
    let failedBytes = max(0, earlier.realBytes - earlier.completedBytes)
    var total = run
    total.objects.total += max(0, earlier.objects.total - failed)
    total.objects.succeeded += earlier.objects.succeeded
    total.objects.failed += max(0, earlier.objects.failed - failed)
    total.objects.skipped += earlier.objects.skipped
    total.totalBytes += max(0, earlier.totalBytes - failedBytes)
    total.realBytes += earlier.completedBytes
    total.completedBytes += earlier.completedBytes
    return total
  }
}
