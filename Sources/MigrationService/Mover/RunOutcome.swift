import Migration

/// How a run ended, judged by its journal once all its children are gone, and the lists of what it
/// did not move.
struct RunOutcome {
  /// The journal, complete.
  let journal: RunJournal
  /// What was to be moved.
  let order: MoveOrder
  /// Whether the list of the source is complete.
  let isScanned: Bool
  /// How the copying ended.
  let copyEnd: RcloneChild.End
  /// What was left out though nobody had asked for that.
  let leftOut: UnmovedLog?

  /// The end and the final counts of a run that was stopped: what had failed before and was not come
  /// to has failed still.
  ///
  /// A full disk keeps no run from being stopped: without room for its lists the earlier ones hold.
  func stopped() -> MoveResult {
    let unmoved = try? recordStopped()
    return MoveResult(
      end: .stopped, progress: RunProgress.exact(journal, isScanned: isScanned), unmoved: unmoved)
  }

  /// The end and the final counts of a run that came to its end.
  ///
  /// - Throws: `Errno` when its lists cannot be written.
  func result() throws -> MoveResult {
    // A single object that was asked for and is not there is missing; all of them: nothing found.
    if isScanned, journal.hasFoundAny {
      try journal.expect(ObjectFilter.singleObjects(of: order))
    }
    let missing = journal.ledger.sums.objects(.pending, .setOut)
    let left = leftOut?.count ?? 0
    var progress = RunProgress.exact(journal, isScanned: isScanned)
    progress.objects.failed += missing
    progress.objects.total += Int64(left)
    progress.objects.skipped += Int64(left)
    let failure = failure(missing: missing) ?? failureToMoveAll
    return MoveResult(
      end: failure.map { .failed($0) } ?? .succeeded, progress: progress,
      unmoved: try record(includesPending: true))
  }

  private func recordStopped() throws -> MoveResult.Unmoved {
    try (order.onlyObjects ?? order.failedBefore)?.forEach { name, _ in
      switch try journal.ledger.fate(of: name) {
      case nil, .heard, .pending, .setOut:
        try journal.fail(
          name, "It failed in an earlier run, and this one did not come to it.")
      case .failed, .skipped, .before, .arrived: break
      }
    }
    return try record(includesPending: false)
  }

  private func record(includesPending: Bool) throws -> MoveResult.Unmoved {
    let failed = try UnmovedFile(.failed, in: order.directory).write { lines in
      try journal.writeLosses(
        only: order.selection, includesPending: includesPending, to: &lines)
    }
    let left = try UnmovedFile(.leftOut, in: order.directory).write { lines in
      try leftOut?.written().forEach { try lines.add($0, $1) }
    }
    return MoveResult.Unmoved(failed: failed, leftOut: left)
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
    if let first = journal.failures?.first {
      let more = failed > 1 ? " \(failed - 1) more could not be moved." : ""
      return TaskFailure(code: "TRF.9003", message: "“\(first.name)”: \(first.reason)\(more)")
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

  /// What a run says that has moved all that it could and has left something out unasked.
  private var failureToMoveAll: TaskFailure? {
    guard let leftOut, let first = leftOut.first else { return nil }
    let count = leftOut.count == 1 ? "1 entry was" : "\(leftOut.count) entries were"
    return TaskFailure(
      code: "TRF.9001",
      message:
        "All objects were moved, but \(count) left out, such as “\(first.name)”: \(first.reason)")
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
