import Migration
import MigrationCore
import Words

/// What the actions on tasks have in common.
struct TaskActionCommand {
  var connection: ConnectionOptions
  var options: ActionOptions
  var waits = false

  /// Finds the tasks, carries `action` out and ends with the contract's status.
  ///
  /// - Throws: ``Failure`` or ``APIProblem``.
  func run(_ action: TaskAction, on selection: TargetSelection) async throws {
    try options.checkAnswerability(of: action.verb)
    let connection = try await connection.resolveForChange(isDry: options.dryRun)
    try options.checkAnswerability(of: action.verb, on: connection)
    let targets = try await selection.read(from: connection.backend)
    guard !targets.readings.isEmpty || !targets.unreadable.isEmpty else {
      if options.output == .json { Console.raw("[]") }
      throw Failure(0, .nothingTo(verb: action.verb))
    }
    if case .limit(let windows) = action { await connection.tellZone(of: windows) }
    try await ActionCommand(
      action: action, waits: waits, connection: connection, options: options,
      runner: ActionRunner(backend: connection.backend, journal: .own)
    ).run(on: targets.readings, unreadable: targets.unreadable)
  }
}
