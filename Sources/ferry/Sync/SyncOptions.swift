import ArgumentParser
import Migration
import MigrationCore
import Words

/// The synchronisation tasks that a command is about.
struct SyncTargetOptions: ParsableArguments {
  @Argument(help: .of(.syncIDs), completion: Completions.syncTasks)
  var ids: [String]

  /// The ids.
  ///
  /// - Throws: ``Failure`` when one cannot be an id.
  func syncIDs() throws -> [SyncTaskID] { try ids.map(SyncIDText.read) }
}

/// Ids of synchronisation tasks as users type them.
enum SyncIDText {
  /// The id that `text` is.
  ///
  /// - Throws: ``Failure`` when it cannot be one.
  static func read(_ text: String) throws -> SyncTaskID {
    SyncTaskID(rawValue: try PlainID.read(text, noun: SyncTask.noun, list: "ferry sync list"))
  }
}

/// What the actions on synchronisation tasks have in common.
struct SyncActionCommand {
  var connection: ConnectionOptions
  var options: ActionOptions
  var waits = false

  /// Reads the tasks, carries `action` out and ends with the contract's status.
  ///
  /// - Throws: ``Failure`` or `APIProblem`.
  func run(_ action: SyncAction, on ids: [SyncTaskID]) async throws {
    try options.checkAnswerability(of: action.verb)
    let connection = try await connection.resolveForChange(isDry: options.dryRun)
    try options.checkAnswerability(of: action.verb, on: connection)
    let backend = try await connection.backend.synchronisation()
    let readings = try await backend.readings(of: ids).throwingWhatHitsAll()
    try await ActionCommand(
      action: action, waits: waits, connection: connection, options: options,
      runner: ActionRunner(backend: backend, journal: .own)
    ).run(on: readings)
  }
}
