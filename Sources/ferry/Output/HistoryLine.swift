import Foundation
import Migration
import MigrationCore

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
      .init(title: "TIME"), .init(title: "PROFILE"), .init(title: "ACTION"), .init(title: "TASK"),
      .init(title: "NAME"), .init(title: "OUTCOME"),
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
    let target =
      records.lazy.compactMap(\.group).first.map { "group \($0)" }
      ?? records.lazy.compactMap(\.sync).first.map { "sync task \($0)" }
      ?? action.task.map(String.init)
    let outcome = [action.end?.outcome ?? "not known", action.end?.message]
    return [
      action.begin.at.formatted(.iso8601), action.begin.profile, action.begin.action,
      target ?? "-", action.end?.name ?? action.begin.name ?? "-",
      outcome.compactMap(\.self).joined(separator: ": "),
    ]
  }

  private static func row(of record: SeenRecord) -> [String] {
    let reason = record.code.map { "\($0) \(record.message ?? "")" } ?? record.message
    let outcome = [record.by.map { "by \($0.rawValue)" }, reason]
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
