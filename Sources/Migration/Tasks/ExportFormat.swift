/// How a list of tasks is written down for programs.
package enum ExportFormat: String, CaseIterable, Sendable {
  /// A line a task, values parted by commas.
  case csv
  /// One array of objects.
  case json
}
