package import FoundationEssentials
package import Migration

/// The tasks that a command is about.
package enum TargetSelection: Equatable, Sendable {
  /// These, in this order, each once.
  case ids([TaskID])
  /// All that pass a filter.
  case filter(TaskFilter)

  /// What there is of what was meant.
  package struct Targets: Equatable, Sendable {
    /// The tasks as they were read.
    package var readings: [TargetReading]
    /// Why entries of the list could not be read that may have been meant.
    package var unreadable: [String] = []
  }

  /// Which tasks these are.
  ///
  /// - Parameters:
  ///   - backend: The service that has the tasks.
  ///   - now: The time that ages are counted up to.
  /// - Returns: The ids, and why entries could not be read that may have been meant.
  /// - Throws: ``APIProblem`` when the list cannot be read.
  package func ids(
    from backend: any MigrationBackend, now: Date = Date()
  ) async throws(APIProblem) -> (ids: [TaskID], unreadable: [String]) {
    if case .ids(let ids) = self { return (ids, []) }
    let targets = try await read(from: backend, now: now)
    return (targets.readings.map(\.id), targets.unreadable)
  }

  /// Reads the tasks as they are now.
  ///
  /// An id that cannot be read is a reading of its own, so that the others are not held up by it.
  ///
  /// - Parameters:
  ///   - backend: The service that has the tasks.
  ///   - now: The time that ages are counted up to.
  /// - Returns: The ids in their order, or the tasks that pass, newest first.
  /// - Throws: ``APIProblem`` when nobody answers, the credentials are refused, or the list cannot
  ///   be read.
  package func read(
    from backend: any MigrationBackend, now: Date = Date()
  ) async throws(APIProblem) -> Targets {
    switch self {
    case .ids(let ids):
      return Targets(readings: try await backend.readings(of: ids).throwingWhatHitsAll())
    case .filter(let filter):
      let page = try await TaskSearch(filter: filter).read(from: backend, now: now)
      return Targets(
        readings: page.tasks.map { TargetReading(id: $0.id, outcome: .success($0)) },
        unreadable: page.unreadable)
    }
  }
}
