import Canvas
import Dashboard
import Foundation
import Migration
import MigrationCore
import Words

/// Task groups as rows of texts.
enum GroupRows {
  /// The table that `ferry group list` prints.
  static func table(of groups: [TaskGroup]) -> TextTable {
    var table = TextTable([
      .init(.id, priority: 9), .init(.source, minimum: 12, priority: 5),
      .init(.destination, minimum: 12, priority: 4), .init(.state, priority: 8),
      .init(.progress, alignment: .trailing, priority: 7),
      .init(.speed, alignment: .trailing, priority: 3),
      .init(.tasks, alignment: .trailing, priority: 6),
      .init(.objects, alignment: .trailing, priority: 1),
      .init(.failed, alignment: .trailing, priority: 2),
    ])
    for group in groups {
      table.add([
        group.id.rawValue, group.source.shortName, group.destination.shortName, group.state.word,
        percentText(group.progress), group.state == .running ? speedText(group.speed) : "-",
        "\(group.tasks.succeeded)/\(group.tasks.total)",
        "\(group.objects.succeeded)/\(group.objects.total)", String(group.objects.failed),
      ])
    }
    return table
  }

  /// Everything about one group; `zone` is that of its windows, as far as somebody knows.
  static func details(of group: TaskGroup, zone: WindowZone?) -> DetailLines {
    let state =
      if case .unknown(let code) = group.state { "unknown (\(code))" } else { group.state.word }
    let (tasks, objects) = (group.tasks, group.objects)
    var lines = DetailLines()
    lines.add(.id, group.id.rawValue)
    lines.add(.state, state)
    lines.add(.progress, percentText(group.progress))
    lines.add(.bytes, .part(bytesText(group.completedBytes), of: bytesText(group.totalBytes)))
    lines.add(.speed, speedText(group.speed))
    lines.add(.tasks, .made(tasks.created, of: tasks.total))
    lines.add(nil, .atWork(waiting: tasks.waiting, running: tasks.running, stopped: tasks.stopped))
    lines.add(nil, .over(failed: tasks.failed, succeeded: tasks.succeeded))
    lines.add(.objects, .arrived(objects.succeeded, skipped: objects.skipped))
    lines.add(nil, .failed(objects.failed, of: objects.total))
    lines.add(.started, group.startedAt.map { $0.formatted(.iso8601) } ?? "-")
    lines.add(.elapsed, group.elapsed.map { durationText($0) } ?? "-")
    lines.add(group.outcome)
    lines.add(JournalledTask(group), zone: zone)
    return lines
  }

  /// The lines that `ferry group list --output csv` prints.
  static func csv(of groups: [TaskGroup]) -> [String] {
    let header = [
      "id", "state", "progress", "speed", "completed_bytes", "total_bytes", "total_tasks",
      "succeeded_tasks", "failed_tasks", "succeeded_objects", "failed_objects", "total_objects",
      "source", "destination", "description", "started_at",
    ]
    return [CSV.line(header)]
      + groups.map { group in
        CSV.line([
          group.id.rawValue, group.state.word, String(group.progress),
          String(group.speed.rawValue), String(group.completedBytes.rawValue),
          String(group.totalBytes.rawValue), String(group.tasks.total),
          String(group.tasks.succeeded), String(group.tasks.failed),
          String(group.objects.succeeded), String(group.objects.failed),
          String(group.objects.total), group.source.shortName, group.destination.shortName,
          group.settings.description, group.startedAt.map { $0.formatted(.iso8601) } ?? "",
        ])
      }
  }
}
