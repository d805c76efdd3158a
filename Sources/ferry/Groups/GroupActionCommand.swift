import Migration
import MigrationCore

/// What the actions on groups have in common.
struct GroupActionCommand {
  var connection: ConnectionOptions
  var options: ActionOptions
  var waits = false

  /// Reads the groups, carries `action` out and ends with the contract's status.
  ///
  /// - Throws: ``Failure`` or ``APIProblem``.
  func run(_ action: GroupAction, on ids: [TaskGroupID]) async throws {
    try options.checkAnswerability(of: action.verb)
    let connection = try await connection.resolveForChange(isDry: options.dryRun)
    try options.checkAnswerability(of: action.verb, on: connection)
    let groups = try await connection.backend.groups()
    let readings = try await groups.readings(of: ids).throwingWhatHitsAll()
    if case .limit(let windows) = action { await connection.tellZone(of: windows) }
    try await ActionCommand(
      action: action, waits: waits, connection: connection, options: options,
      runner: ActionRunner(backend: groups, journal: .own)
    ).run(on: readings)
  }
}
