/// An action as the journal has it: what was about to be done, and how it ended.
package struct JournalledAction: Equatable, Sendable {
  /// The line before the action.
  package var begin: JournalRecord
  /// The line after it; `nil` when nobody saw the end.
  package var end: JournalRecord?

  /// The task, which a creation learns only at its end.
  package var task: Int64? { end?.task ?? begin.task }

  /// The one or two lines.
  package var records: [JournalRecord] { [begin] + (end.map { [$0] } ?? []) }

  /// The actions that `records` tell of, oldest first.
  package static func all(of records: [JournalRecord]) -> [JournalledAction] {
    let ends = Dictionary(
      records.filter { $0.outcome != nil }.map { ($0.entry, $0) }, uniquingKeysWith: { $1 })
    return records.filter { $0.outcome == nil }.map { begin in
      JournalledAction(begin: begin, end: ends[begin.entry])
    }
  }
}
