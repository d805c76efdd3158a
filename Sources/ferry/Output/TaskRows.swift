import Canvas
import Dashboard
import Foundation
import Migration
import MigrationCore
import Words

/// Tasks as rows of texts.
enum TaskRows {
  /// The table that `ferry list` prints.
  static func table(of tasks: some Sequence<MigrationTask>) -> TextTable {
    var table = TextTable([
      .init(.id, priority: 10), .init(.name, minimum: 12, priority: 7),
      .init(.source, minimum: 12, priority: 4),
      .init(.destination, minimum: 12, priority: 3), .init(.state, priority: 9),
      .init(.progress, alignment: .trailing, priority: 8),
      .init(.speed, alignment: .trailing, priority: 6),
      .init(.left, alignment: .trailing, priority: 5),
      .init(.objects, alignment: .trailing, priority: 1),
      .init(.failed, alignment: .trailing, priority: 2),
    ])
    for task in tasks {
      table.add([
        String(task.id.rawValue), task.name, task.source.shortName, task.destination.shortName,
        task.state.word, percentText(task.progress),
        task.state.isMoving ? speedText(task.speed) : "-",
        task.state.isMoving ? task.timeLeft.map { durationText($0) } ?? "-" : "-",
        "\(task.objects.succeeded)/\(task.objects.total)", String(task.objects.failed),
      ])
    }
    return table
  }

  /// Everything about one task; `zone` is that of its windows, as far as somebody knows.
  static func details(of task: MigrationTask, zone: WindowZone?) -> DetailLines {
    let state =
      if case .unknown(let code) = task.state { "unknown (\(code))" } else { task.state.word }
    let scan = task.isScanned == false ? Spoken.tongue.words(.stillListed) : ""
    let objects = task.objects
    var lines = DetailLines()
    lines.add(.id, String(task.id.rawValue))
    lines.add(.name, task.name)
    lines.add(.group, task.groupID?.rawValue)
    lines.add(.state, state)
    lines.add(.progress, percentText(task.progress) + scan)
    lines.add(.bytes, .part(bytesText(task.completedBytes), of: bytesText(task.totalBytes)))
    lines.add(.speed, speedText(task.speed))
    lines.add(.objects, .arrived(objects.succeeded, skipped: objects.skipped))
    lines.add(nil, .failed(objects.failed, of: objects.total))
    lines.add(.started, task.startedAt.map { $0.formatted(.iso8601) } ?? "-")
    lines.add(.elapsed, task.elapsed.map { durationText($0) } ?? "-")
    lines.add(.left, task.timeLeft.map { durationText($0) } ?? "-")
    lines.add(task.outcome)
    lines.add(JournalledTask(task), zone: zone)
    return lines
  }
}
