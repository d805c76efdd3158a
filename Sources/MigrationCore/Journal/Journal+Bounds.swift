import Migration
import PrivateFiles

extension Journal.Bounds {
  /// Whether a line that was just written makes it time to drop old ones.
  ///
  /// That is so each time that a journal which is too long has grown by half of ``recent`` again, so
  /// that the work stays small even where the definitions alone take up more than that.
  func areCrossed(by line: Int, at size: Int64) -> Bool {
    let part = max(recent / 2, 1)
    return size > recent && size / part != (size - Int64(line) - 1) / part
  }
}

extension Journal {
  /// Drops old lines, but for the latest definition of each task and group that was deleted.
  ///
  /// - Throws: `Errno`; then the journal is as it was.
  func compact() throws {
    try file.keep { lines in
      var kept: [Range<Int64>] = []
      var recent = bounds.recent / 2
      var definitions = bounds.definitions
      var deletions = Deletions()
      while let line = try lines.next() {
        let size = Int64(line.bytes.count) + 1
        let deletion = deletions.take(line)
        if recent >= size {
          recent -= size
          kept.append(line.range)
        } else if let deletion {
          recent = 0
          definitions -= deletion.reduce(0) { $0 + Int64($1.count) + 1 }
          if definitions < 0 { break }
          kept += deletion
        } else {
          recent = 0
        }
      }
      return kept
    }
  }
}

/// Finds the definitions of deleted tasks in lines that come latest first.
private struct Deletions {
  private var ends: [String: Range<Int64>] = [:]
  private var failures: Set<String> = []
  private var known: Set<String> = []

  /// Where the lines of a deletion are whose first line `line` is; `nil` when it need not be kept.
  mutating func take(_ line: LinesFromEnd.Line) -> [Range<Int64>]? {
    guard let record = RecordText.record(JournalRecord.self, of: line.bytes),
      record.action == "delete"
    else { return nil }
    switch record.outcome.map(ActionOutcome.init(rawValue:)) {
    case .some(.done), .some(.accepted):
      if ends[record.entry] == nil { ends[record.entry] = line.range }
    // What is in doubt keeps its end as well, which says whether a user was told.
    case .some where record.doubt == true:
      if ends[record.entry] == nil { ends[record.entry] = line.range }
    case .some: if ends[record.entry] == nil { failures.insert(record.entry) }
    // Of one whose end nobody saw, or that is in doubt, nobody knows that it is still there.
    case .none:
      let end = ends.removeValue(forKey: record.entry)
      let isThere = failures.remove(record.entry) != nil
      guard record.definition != nil, !isThere, known.insert(record.targetKey).inserted else {
        return nil
      }
      return [line.range] + (end.map { [$0] } ?? [])
    }
    return nil
  }
}

extension JournalRecord {
  /// What tells the target from all others.
  fileprivate var targetKey: String {
    "\(profile)\u{0}\(group ?? sync ?? task.map(String.init) ?? entry)"
  }
}
