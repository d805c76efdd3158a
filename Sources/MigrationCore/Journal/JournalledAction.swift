/// An action as the journal has it: what was about to be done, and how it ended.
package struct JournalledAction: Equatable, Sendable {
  /// The line before the action.
  package var begin: JournalRecord
  /// The last line after it; `nil` when nobody saw the end.
  package var end: JournalRecord?

  /// The task, which a creation learns only at its end.
  package var task: Int64? { end?.task ?? begin.task }

  /// The one or two lines.
  package var records: [JournalRecord] { [begin] + (end.map { [$0] } ?? []) }

  /// Puts the lines of actions together that come latest first.
  struct Pairing {
    private var ends: [String: JournalRecord] = [:]

    /// The action that `record` completes, if it does.
    mutating func take(_ record: JournalRecord) -> JournalledAction? {
      guard record.outcome != nil else {
        return JournalledAction(begin: record, end: ends.removeValue(forKey: record.entry))
      }
      if ends[record.entry] == nil { ends[record.entry] = record }
      return nil
    }
  }
}
