import Dashboard
import Foundation
import Migration
import MigrationCore

/// Synchronisation tasks as rows of texts.
enum SyncRows {
  /// The table that `ferry sync list` prints.
  static func table(of tasks: [SyncTask]) -> TextTable {
    var table = TextTable([
      .init(title: "ID"), .init(title: "SOURCE"), .init(title: "DESTINATION"),
      .init(title: "STATE"), .init(title: "STARTED"), .init(title: "DESCRIPTION"),
    ])
    for task in tasks {
      table.add([
        task.id.rawValue, task.source.shortName, task.destination.shortName, task.state.word,
        text(task.lastStartedAt) ?? "-", task.settings.description,
      ])
    }
    return table
  }

  /// Everything about one task.
  static func details(of task: SyncTask) -> DetailLines {
    let state =
      if case .unknown(let word) = task.state { "unknown (\(word))" } else { task.state.word }
    var lines = DetailLines()
    lines.add("id", task.id.rawValue)
    lines.add("state", state)
    lines.add("created", text(task.createdAt))
    lines.add("started", text(task.lastStartedAt))
    if let month = task.month {
      lines.add("this month", "\(month.requests) requests, \(bytesText(month.bytes))")
      lines.add("", "\(month.objects.succeeded) objects arrived, \(month.objects.skipped) skipped")
      lines.add("", "\(month.objects.failed) failed")
    }
    lines.add(JournalledTask(task))
    return lines
  }

  /// The lines that `ferry sync list --output csv` prints.
  static func csv(of tasks: [SyncTask]) -> [String] {
    let header = [
      "id", "state", "source", "destination", "description", "created_at", "started_at",
    ]
    return [CSV.line(header)]
      + tasks.map { task in
        CSV.line([
          task.id.rawValue, task.state.word, task.source.shortName, task.destination.shortName,
          task.settings.description, text(task.createdAt) ?? "", text(task.lastStartedAt) ?? "",
        ])
      }
  }

  private static func text(_ date: Date?) -> String? { date.map { $0.formatted(.iso8601) } }
}
