import Dashboard
import Foundation
import Migration
import MigrationCore
import Words

/// Synchronisation tasks as rows of texts.
enum SyncRows {
  /// The table that `ferry sync list` prints.
  static func table(of tasks: [SyncTask]) -> TextTable {
    var table = TextTable([
      .init(.id, priority: 6), .init(.source, minimum: 12, priority: 4),
      .init(.destination, minimum: 12, priority: 3), .init(.state, priority: 5),
      .init(.started, priority: 2), .init(.description, minimum: 12, priority: 1),
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
    lines.add(.id, task.id.rawValue)
    lines.add(.state, state)
    lines.add(.created, text(task.createdAt))
    lines.add(.started, text(task.lastStartedAt))
    if let month = task.month {
      lines.add(.thisMonth, .requests(month.requests, bytes: bytesText(month.bytes)))
      lines.add(nil, .objectsArrived(month.objects.succeeded, skipped: month.objects.skipped))
      lines.add(nil, .objectsFailed(month.objects.failed))
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
