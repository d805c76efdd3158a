package import Dashboard
import Migration
package import MigrationCore

extension TaskEvent {
  /// An entry of the history.
  package init?(_ entry: TaskHistory.Entry) {
    switch entry {
    case .action(let action):
      let outcome = action.end?.outcome.flatMap(ActionOutcome.init)
      self.init(
        at: entry.at, .done(action.begin.action, outcome, remark: action.end?.message))
    case .seen(let record):
      // A later version may have written of something that this one does not know.
      guard let happening = record.happening else { return nil }
      let reason = [record.code, record.message].compactMap(\.self).joined(separator: " ")
      self.init(
        at: entry.at, .seen(happening, by: record.by, reason: reason.isEmpty ? nil : reason))
    }
  }
}
