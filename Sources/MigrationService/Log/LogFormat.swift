import Logging
import SystemPackage

/// How the lines of a log are written.
package enum LogFormat: String, CaseIterable, Sendable {
  /// A line for people.
  case text
  /// One JSON object a line, for programs.
  case json

  /// What writes the log `label` to standard error.
  func writer(label: String) -> any LogHandler {
    switch self {
    case .text: StreamLogHandler.standardError(label: label)
    case .json: JSONLogHandler(label: label, .standardError)
    }
  }
}
