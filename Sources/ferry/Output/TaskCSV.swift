import Foundation
import Migration

/// Tasks as comma-separated values.
enum TaskCSV {
  static func lines(of tasks: some Sequence<MigrationTask>) -> [String] {
    [CSV.line(header)] + tasks.map { CSV.line(fields(of: $0)) }
  }

  private static let header = [
    "id", "name", "state", "progress", "speed", "completed_bytes", "total_bytes",
    "succeeded_objects", "failed_objects", "total_objects", "seconds_left", "source",
    "destination", "error_code", "error_message", "started_at", "type", "group_id",
    "skipped_objects", "description",
  ]

  private static func fields(of task: MigrationTask) -> [String] {
    [
      String(task.id.rawValue), task.name, task.state.word, String(task.progress),
      String(task.speed.rawValue), String(task.completedBytes.rawValue),
      String(task.totalBytes.rawValue),
      String(task.objects.succeeded), String(task.objects.failed), String(task.objects.total),
      task.timeLeft.map { String($0.components.seconds) } ?? "", task.source.shortName,
      task.destination.shortName, task.outcome.failure?.code ?? "",
      task.outcome.failure?.message ?? "",
      task.startedAt.map { $0.formatted(.iso8601) } ?? "", task.kind.rawValue,
      task.groupID?.rawValue ?? "", String(task.objects.skipped), task.settings.description,
    ]
  }
}
