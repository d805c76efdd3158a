import Migration

/// What the runs before the present one have done, so that a task's counts stay true over a stop
/// and a start.
enum EarlierRuns: Equatable, Sendable, Codable {
  /// There was none.
  case none
  /// The present run goes over all objects again, and knows what the earlier ones have moved.
  case all(MoveProgress)
  /// The present run goes over `count` objects that failed.
  case failedObjects(count: Int64, MoveProgress)

  /// The progress of the task: what earlier runs did and what `run` reports.
  func total(with run: MoveProgress) -> MoveProgress {
    switch self {
    case .none: run
    case .all(let earlier): Self.repeated(earlier, run)
    case .failedObjects(let count, let earlier): Self.completed(earlier, failed: count, run)
    }
  }

  /// What was known before stays known until the run has found out itself, so that no number goes
  /// back at a start.
  private static func repeated(_ earlier: MoveProgress, _ run: MoveProgress) -> MoveProgress {
    var total = run
    if !run.isScanned {
      total.objects.total = max(earlier.objects.total, run.objects.total)
      total.totalBytes = max(earlier.totalBytes, run.totalBytes)
      total.realBytes = max(earlier.realBytes, run.realBytes)
    }
    let (all, known) = (total.objects, run.objects)
    let open = max(0, all.total - known.succeeded - known.failed - known.skipped)
    guard open > 0 else { return total }
    total.objects.succeeded += min(open, max(0, earlier.objects.succeeded - known.succeeded))
    total.completedBytes = max(
      run.completedBytes, min(earlier.completedBytes, total.realBytes))
    return total
  }

  private static func completed(
    _ earlier: MoveProgress, failed: Int64, _ run: MoveProgress
  ) -> MoveProgress {
    // At the end of a run, the bytes that are real and did not arrive are those of failed objects.
    let failedBytes = max(0, earlier.realBytes - earlier.completedBytes)
    let atLeast = run.isScanned ? 0 : failedBytes
    var total = run
    total.isScanned = run.isScanned && earlier.isScanned
    // A list that a later run had no room to replace names objects that it has counted as moved; they
    // are gone over again and are not two.
    var others = max(0, earlier.objects.total - failed)
    total.objects.total += others
    func take(_ count: Int64) -> Int64 {
      let taken = min(others, max(0, count))
      others -= taken
      return taken
    }
    total.objects.skipped += take(earlier.objects.skipped)
    total.objects.succeeded += take(earlier.objects.succeeded)
    total.objects.failed += take(earlier.objects.failed - failed)
    total.totalBytes = max(atLeast, run.totalBytes)
      .saturatingSum(max(0, earlier.totalBytes - failedBytes))
    total.realBytes = max(atLeast, run.realBytes).saturatingSum(earlier.completedBytes)
    total.completedBytes = run.completedBytes.saturatingSum(earlier.completedBytes)
    return total
  }
}
