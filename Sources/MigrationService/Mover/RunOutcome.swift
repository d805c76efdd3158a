import Migration

/// How a run ended, judged by its journal once all its children are gone.
struct RunOutcome {
  /// The journal, complete.
  let journal: RunJournal
  /// What was to be moved.
  let order: MoveOrder
  /// Whether the list of the source is complete.
  let isScanned: Bool
  /// How the copying ended.
  let copyEnd: RcloneChild.End

  /// The end and the final counts.
  func result(isStopped: Bool) -> MoveResult {
    guard !isStopped else {
      let progress = RunProgress.exact(journal, isScanned: isScanned)
      return MoveResult(end: .stopped, progress: progress, failedObjects: [])
    }
    var complete = journal
    // A single object that was asked for and is not there is missing; all of them: nothing found.
    if isScanned, journal.hasFoundAny { complete.expect(ObjectFilter.singleObjects(of: order)) }
    let missing = complete.ledger.sums.objects(.pending)
    var progress = RunProgress.exact(complete, isScanned: isScanned)
    progress.objects.failed += missing
    let failure = failure(missing: missing)
    return MoveResult(
      end: failure.map { .failed($0) } ?? .succeeded, progress: progress,
      failedObjects: complete.lostObjects())
  }

  /// Why the run failed, or `nil` when every object is accounted for.
  ///
  /// `missing` objects are neither at the destination nor said to have failed.
  private func failure(missing: Int64) -> TaskFailure? {
    if let fault = journal.breaker.fault { return describe(fault) }
    if let trouble = journal.trouble { return describe(trouble) }
    if let (fault, example) = journal.tally.mostFrequent, failed > 0 {
      return describe(fault, example: example)
    }
    if copyEnd != .exited(0) {
      return describe(journal.lastWords ?? TransferFault(""))
    }
    guard isScanned else {
      return TaskFailure(
        code: "TRF.0001",
        message: "The objects were moved, but the source could not be listed to count them.")
    }
    guard journal.hasFoundAny || missing > 0 else {
      return TaskFailure(
        code: "TRF.0012", message: "The source has no object that the task selects.")
    }
    guard missing > 0 else { return nil }
    return TaskFailure(
      code: "TRF.0156",
      message: "\(missing) objects were listed at the source, but could not be moved.")
  }

  private var failed: Int64 { journal.ledger.sums.objects(.failed) }

  private func describe(_ fault: TransferFault, example: String? = nil) -> TaskFailure {
    guard let example else {
      return TaskFailure(code: fault.code, message: fault.sentence + ".")
    }
    let more = failed > 1 ? " and \(failed - 1) more objects" : ""
    return TaskFailure(code: fault.code, message: "\(fault.sentence): “\(example)”\(more).")
  }
}
