import Migration
import MigrationCore

extension ExportFormat {
  /// Tasks as `ferry list --output` prints them, without the end of the last line.
  ///
  /// - Throws: `EncodingError` for values without a JSON form.
  func text(of tasks: OrderedTasks, on profile: String) throws -> String {
    switch self {
    case .csv: return TaskCSV.lines(of: tasks).joined(separator: "\n")
    case .json:
      let ends = EndTimes(.own, on: profile)
      return try JSONText.of(tasks.map { $0.summary(endedAt: ends.end(of: $0)) })
    }
  }
}
