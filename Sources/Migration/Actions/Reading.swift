/// What something turned out to be when it was read again, just before an action on it.
package struct Reading<Value: ActionSubject>: Equatable, Sendable {
  /// What was asked for.
  package var id: Value.ID
  /// What it is now, or why it could not be read.
  package var outcome: Result<Value, APIProblem>

  /// A reading of one target.
  package init(id: Value.ID, outcome: Result<Value, APIProblem>) {
    self.id = id
    self.outcome = outcome
  }

  /// What it is now, if it could be read.
  package var value: Value? { try? outcome.get() }

  /// Why it could not be read, or `nil`.
  package var problem: APIProblem? {
    if case .failure(let problem) = outcome { problem } else { nil }
  }
}

/// A task as it was read again.
package typealias TargetReading = Reading<MigrationTask>

/// A group as it was read again.
package typealias GroupReading = Reading<TaskGroup>

extension Array {
  /// The readings, unless one of them tells of trouble with more than its target.
  ///
  /// With nobody there, or the door locked, there is nothing to ask about.
  ///
  /// - Throws: ``APIProblem``, the first of that kind.
  package func throwingWhatHitsAll<Value>() throws(APIProblem) -> [Reading<Value>]
  where Element == Reading<Value> {
    for case let problem? in map(\.problem) {
      switch problem.kind {
      case .unreachable, .credentials, .cancelled: throw problem
      case .wrongState, .notFound, .invalid, .server, .throttled, .unreadable: continue
      }
    }
    return self
  }
}
