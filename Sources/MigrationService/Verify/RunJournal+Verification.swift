import Migration

/// What a run that ends with a verification makes of it.
extension RunJournal {
  /// Enters as failed what a comparison of both sides has found not to have arrived as it is at the
  /// source.
  ///
  /// - Parameter files: Those of the child that has compared.
  /// - Throws: `Errno` when the ledger or the list of failures cannot be kept any more.
  func judge(_ files: ChildFiles) throws {
    var (messages, broken, last): ([String: String], String?, String?) = ([:], nil, nil)
    var log = LineTail(files.log)
    log.read { line in
      switch RcloneLogLine(line) {
      case .failed(let name, let message): messages[name] = message
      case .trouble(let message): broken = broken ?? message
      case .summary(let message): last = message
      case .copied, nil: break
      }
    }
    var hasDifferences = false
    var output = LineTail(files.output)
    try output.read { line in
      guard case .different(let kind, let name) = ComparedLine(line) else { return }
      hasDifferences = true
      guard try isAnswerable(for: name) else { return }
      let message = messages[name] ?? ""
      try ledger.withdraw(name)
      try fail(
        name, SideComparison.reasons[kind] ?? SideComparison.reason(message))
      tally.add(fault(kind, message), object: name)
    }
    // A difference ends rclone as a failure does.
    let isWhole = files.exitStatus == 0 || files.exitStatus == 1 && hasDifferences
    guard broken != nil || !isWhole else { return }
    trouble = trouble ?? TransferFault(broken ?? last ?? "", between: paths)
  }

  /// Whether an object ought to be at the destination as it is at the source.
  private func isAnswerable(for name: String) throws -> Bool {
    switch try ledger.fate(of: name) {
    case .arrived, .before: true
    // What was there already may be another object that nobody wants to have replaced.
    case .skipped: order.choices.overwriteMode != "NO_OVERWRITE"
    // What came to the source since, and what is known to have failed.
    case nil, .heard, .pending, .setOut, .failed: false
    }
  }

  private func fault(_ kind: ObjectDifference.Kind, _ message: String) -> TransferFault {
    switch kind {
    case .differs: TransferFault("corrupted on transfer: \(message)")
    case .missing, .extra: TransferFault("error reading destination: object not found")
    case .unreadable: TransferFault(message, between: paths)
    }
  }
}
