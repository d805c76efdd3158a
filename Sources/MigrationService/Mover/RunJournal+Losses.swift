import Migration

/// The objects that have not arrived, one by one.
extension RunJournal {
  /// Those that failed, in that order, and then those that were listed or asked for and never heard
  /// of again.
  ///
  /// - Parameter includesPending: Whether the latter count; not in a run that was stopped.
  /// - Returns: The objects by their keys.
  func lostObjects(includesPending: Bool = true) -> [UnmovedObject] {
    var losses = Losses(journal: self, includesPending: includesPending)
    for var tail in tails where tail.files.purpose != .scan {
      tail = Tails(tail.files)
      tail.log.read { line in
        if case .failed(let name, let message) = RcloneLogLine(line) {
          losses.take(failedAs: name, message)
        }
      }
      tail.output.read { line in
        if case .failed(let name) = PlanLine(line) { losses.take(name) }
      }
    }
    for var tail in tails where tail.files.purpose == .scan {
      tail = Tails(tail.files)
      tail.output.read { line in
        if let entry = ListedObject(line) { losses.take(entry.name) }
      }
    }
    for (name, reason) in failures { losses.take(name, reason) }
    for name in expected { losses.take(name) }
    return losses.objects
  }
}

/// Collects each lost object once, with the reason that was given for it.
private struct Losses {
  let journal: RunJournal
  let includesPending: Bool
  private(set) var objects: [UnmovedObject] = []
  private var seen = ObjectLedger()
  /// Why objects failed whose names the log has cut.
  private var cut: [(start: String, reason: String)] = []

  private static let unheardOf = "It was listed at the source, but could not be moved."

  init(journal: RunJournal, includesPending: Bool) {
    self.journal = journal
    self.includesPending = includesPending
  }

  mutating func take(failedAs logged: String, _ message: String) {
    let reason = TransferFault(message).sentence + "."
    if let name = journal.object(failedAs: logged) {
      take(journal.meant(by: name) { isLost($0) }, reason)
    } else if let start = PartialName.original(logged) {
      cut.append((start, reason))
    }
  }

  mutating func take(_ name: String, _ reason: String? = nil) {
    guard isLost(journal.ledger.fate(of: name)), seen.fate(of: name) == nil else { return }
    seen.enter(name, .failed)
    let reason = reason ?? cut.first { name.hasPrefix($0.start) }?.reason ?? Self.unheardOf
    objects.append(UnmovedObject(ObjectName.read(name), reason))
  }

  private func isLost(_ fate: ObjectFate?) -> Bool {
    switch fate {
    case .failed: true
    case .pending, .setOut: includesPending
    case nil, .heard, .skipped, .before, .arrived: false
    }
  }
}
