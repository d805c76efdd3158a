import Migration

/// The objects that have not arrived, one by one.
extension RunJournal {
  /// Writes down those that failed for reasons that rclone does not know, the others that failed in their
  /// order, and then those that were listed or asked for and never heard of again.
  ///
  /// - Parameters:
  ///   - only: The list that the run was about, if it was about one.
  ///   - includesPending: Whether the latter count; not in a run that was stopped.
  ///   - lines: Takes the objects.
  /// - Throws: `Errno` when a file cannot be read or written.
  func writeLosses(
    only: UnmovedFile?, includesPending: Bool = true, to lines: inout UnmovedLines
  ) throws {
    let unheard = includesPending ? ledger.sums.objects(.pending, .setOut) : 0
    guard ledger.sums.objects(.failed) + unheard > 0 else { return }
    var losses = Losses(journal: self, includesPending: includesPending)
    // rclone does not know these reasons, and would give others.
    try failures?.written().forEach { try losses.take($0, $1, &lines) }
    for files in followed where files.purpose != .scan {
      var (log, output) = (LineTail(files.log), LineTail(files.output))
      try log.read { line in
        if case .failed(let name, let message) = RcloneLogLine(line) {
          try losses.take(failedAs: name, message, &lines)
        }
      }
      try output.read { line in
        if case .failed(let name) = PlanLine(line) { try losses.take(name, nil, &lines) }
      }
    }
    // What has been found out beside rclone is listed too, but for another reason.
    try failures?.written().forEach { try losses.take($0, $1, &lines) }
    for files in followed where files.purpose == .scan {
      var output = LineTail(files.output)
      try output.read { line in
        if let entry = ListedObject(line) { try losses.take(entry.name, nil, &lines) }
      }
    }
    for name in expected { try losses.take(name, nil, &lines) }
    try only?.forEach { name, _ in try losses.take(name, nil, &lines) }
  }
}

/// Takes each lost object once, with the reason that was given for it.
private struct Losses {
  let journal: RunJournal
  let includesPending: Bool
  /// Why objects failed whose names the log has cut.
  private var cut: [(start: String, reason: String)] = []

  private static let unheardOf = "It was listed at the source, but could not be moved."
  /// More than these get the general reason.
  private static let mostCut = 1000

  init(journal: RunJournal, includesPending: Bool) {
    self.journal = journal
    self.includesPending = includesPending
  }

  mutating func take(
    failedAs logged: String, _ message: String, _ lines: inout UnmovedLines
  ) throws {
    let reason = TransferFault(message, between: journal.paths).sentence + "."
    if let name = try journal.object(failedAs: logged) {
      try take(journal.meant(by: name) { isLost($0) }, reason, &lines)
    } else if let start = PartialName.original(logged), cut.count < Self.mostCut {
      cut.append((start, reason))
    }
  }

  func take(_ name: String, _ reason: String?, _ lines: inout UnmovedLines) throws {
    guard isLost(try journal.ledger.fate(of: name)), try journal.ledger.mark(name) else { return }
    try lines.add(
      name, reason ?? cut.first { name.hasPrefix($0.start) }?.reason ?? Self.unheardOf)
  }

  private func isLost(_ fate: ObjectFate?) -> Bool {
    switch fate {
    case .failed: true
    case .pending, .setOut: includesPending
    case nil, .heard, .skipped, .before, .arrived: false
    }
  }
}
