import Foundation
import MigrationAPI

/// Tasks as comma-separated values, RFC 4180.
enum TaskCSV {
  static func lines(of tasks: [MigrationTask]) -> [String] {
    [header.joined(separator: ",")]
      + tasks.map { fields(of: $0).map(quoted).joined(separator: ",") }
  }

  private static let header = [
    "id", "name", "state", "progress", "speed", "completed_bytes", "total_bytes",
    "succeeded_objects", "failed_objects", "total_objects", "seconds_left", "source",
    "destination", "error_code", "error_message", "started_at",
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
      task.startedAt.map { $0.formatted(.iso8601) } ?? "",
    ]
  }

  // A spreadsheet takes a field that begins like this for a formula.
  private static func quoted(_ field: String) -> String {
    let isFormula = field.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isFormula ? "'" + field : field
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
