import Migration
import MigrationCore

/// What stop, delete, start and retry of groups have in common.
struct GroupActionCommand {
  var connection: ConnectionOptions
  var targets: GroupTargetOptions
  var options: ActionOptions
  var waits = false

  /// Finds the groups, carries `action` out and ends with the contract's status.
  ///
  /// - Throws: ``Failure`` or ``APIProblem``.
  func run(_ action: GroupAction) async throws {
    let ids = try targets.groupIDs()
    try ActionCommand.checkAnswerability(action.verb, options)
    let connection = try await connection.resolveForChange(isDry: options.dryRun)
    let groups = try await connection.backend.groups()
    let readings = try await groups.readings(of: ids).throwingWhatHitsAll()
    try await ActionCommand(connection: connection, options: options, noun: "group")
      .run(action, on: readings, waits: waits) { targets in
        let keys = try keys(for: action, targets, readings)
        return await GroupActionRunner(
          backend: groups, journal: .own, profile: connection.profile
        ).run(action, on: targets, keys: keys, waits: waits) {
          ActionCommand.announce("group \($0)", $1)
        }
      }
  }

  private func keys(
    for action: GroupAction, _ targets: [GroupTarget], _ readings: [GroupReading]
  ) throws -> TransferKeys {
    switch action {
    case .stop, .delete: return TransferKeys()
    case .start, .retry:
      let ids = Set(targets.map(\.id))
      let groups = readings.compactMap(\.value).filter { ids.contains($0.id) }
      return try KeyPrompt(environment: Environment.current).keys(
        source: groups.contains { $0.source.needsKeys },
        destination: groups.contains { $0.destination.needsKeys })
    }
  }
}
