/// Waits until `condition` holds.
///
/// - Throws: ``NeverHappened`` when it does not within `limit`.
func waitUntil(
  _ expectation: String, within limit: Duration = .seconds(180),
  _ condition: () async throws -> Bool
) async throws {
  let end = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < end else { throw NeverHappened(expectation: expectation) }
    try await Task.sleep(for: .milliseconds(50))
  }
}

/// What was waited for did not come.
struct NeverHappened: Error {
  var expectation: String
}
