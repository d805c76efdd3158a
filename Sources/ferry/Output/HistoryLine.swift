import Foundation
import Migration
import MigrationCore
import Words

/// Lines of the history, as a table and as JSON.
enum HistoryLine: Encodable {
  case done(JournalRecord)
  case seen(SeenRecord)

  /// The lines of an entry: an action has one or two of them.
  static func all(of entry: TaskHistory.Entry) -> [HistoryLine] {
    switch entry {
    case .action(let action): action.records.map(HistoryLine.done)
    case .seen(let record): [.seen(record)]
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .done(let record): try record.encode(to: encoder)
    case .seen(let record): try record.encode(to: encoder)
    }
  }

  static func table(of entries: [TaskHistory.Entry]) -> TextTable {
    var table = TextTable([
      .init(.time), .init(.profile), .init(.action), .init(.task),
      .init(.name), .init(.outcome),
    ])
    for entry in entries {
      switch entry {
      case .action(let action): table.add(row(of: action))
      case .seen(let record): table.add(row(of: record))
      }
    }
    return table
  }

  private static func row(of action: JournalledAction) -> [String] {
    let records = action.records
    let tongue = Spoken.tongue
    let target =
      records.lazy.compactMap(\.group).first.map { "\(tongue.name(of: TaskGroup.noun)) \($0)" }
      ?? records.lazy.compactMap(\.sync).first.map { "\(tongue.name(of: SyncTask.noun)) \($0)" }
      ?? action.task.map(String.init)
    let outcome = [
      action.end?.outcome.map(Self.words) ?? tongue.words(.notKnown), action.end?.message,
    ]
    return [
      action.begin.at.formatted(.iso8601), action.begin.profile, action.begin.action,
      target ?? "-", action.end?.name ?? action.begin.name ?? "-",
      outcome.compactMap(\.self).joined(separator: ": "),
    ]
  }

  /// An outcome of the record, which may be one of a later version.
  private static func words(_ outcome: String) -> String {
    ActionOutcome(rawValue: outcome).map(Spoken.tongue.words) ?? outcome
  }

  private static func row(of record: SeenRecord) -> [String] {
    let reason = record.code.map { "\($0) \(record.message ?? "")" } ?? record.message
    let outcome = [record.by.map { Spoken.tongue.words(.by($0)) }, reason]
    return [
      record.at.formatted(.iso8601), record.profile, "(\(record.seen))", String(record.task),
      record.name, outcome.compactMap(\.self).joined(separator: ": "),
    ]
  }
}

extension TaskHistory.Entry {
  /// What it takes to create the task again, as it was at that time.
  var definition: JournalledTask? {
    if case .action(let action) = self { action.begin.definition } else { nil }
  }
}
