import Dashboard
import Migration
import MigrationCore

extension TaskSnapshot {
  /// What became known, as the dashboard takes it in at `moment`.
  init(_ delta: TaskDelta, at moment: Moment) {
    let freshness = delta.freshness
    self.init(
      tasks: delta.changed.values.map(\.task), removed: Set(delta.gone.keys), moment: moment,
      asOf: freshness.asOf)
    isLoading = !freshness.isLoaded
    outage = freshness.outage.map { Outage(problem: $0.problem, retryAt: $0.retryAt) }
    missing = freshness.unread.first.map { first in
      let counts = freshness.unread.compactMap(\.count)
      let isCounted = counts.count == freshness.unread.count
      let count = isCounted ? counts.reduce(0, +) : nil
      return switch first.cause {
      case .entry(let reason): Missing(count: count, reason: reason)
      case .page(let problem): Missing(count: count, problem: problem)
      }
    }
  }
}
