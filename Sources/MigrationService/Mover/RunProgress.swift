import Migration

/// Makes what a user sees of a run out of its journal.
struct RunProgress {
  private var speedometer = Speedometer()
  private var shown: Int64 = 0

  /// How far the run is, with the bytes of objects under way; these bytes never go back.
  mutating func current(
    _ journal: RunJournal, _ activity: RcloneActivity?, isScanned: Bool,
    at now: ContinuousClock.Instant
  ) throws -> MoveProgress {
    var progress = Self.exact(journal, isScanned: isScanned)
    // What has arrived since rclone was asked is in both.
    let underWay = try (activity?.transferring ?? [])
      .filter { try journal.ledger.fate(of: $0.name) != .arrived }
      .reduce(Int64(0)) { $0.saturatingSum(max(0, $1.bytes ?? 0)) }
    shown = max(shown, min(progress.completedBytes.saturatingSum(underWay), progress.realBytes))
    progress.completedBytes = shown
    progress.speed = speedometer.speed(shown, at: now)
    return progress
  }

  /// How far the run is, counting only what is certain.
  static func exact(_ journal: RunJournal, isScanned: Bool) -> MoveProgress {
    let sums = journal.ledger.sums
    let counts = ObjectCounts(
      total: sums.objects, succeeded: sums.objects(.before, .arrived),
      failed: sums.objects(.failed),
      skipped: sums.objects(.skipped))
    return MoveProgress(
      objects: counts, totalBytes: sums.size,
      realBytes: sums.size(.pending, .setOut, .failed, .before, .arrived),
      completedBytes: sums.size(.before, .arrived), isScanned: isScanned)
  }
}
