import Migration
import MigrationCore

/// What stop, delete and start have in common.
struct TaskActionCommand {
  var connection: ConnectionOptions
  var targets: TargetOptions
  var options: ActionOptions
  var waits = false

  /// Finds the tasks, carries `action` out and ends with the contract's status.
  ///
  /// - Throws: ``Failure`` or ``APIProblem``.
  func run(_ action: TaskAction) async throws {
    let selection = try targets.selection()
    try ActionCommand.checkAnswerability(action.verb, options)
    let connection = try await connection.resolveForChange(isDry: options.dryRun)
    let readings = try await selection.readings(from: connection.backend)
    guard !readings.isEmpty else {
      if options.output == .json { Console.raw("[]") }
      throw Failure(0, "no task passes the filter; nothing to \(action.verb)")
    }
    try await ActionCommand(connection: connection, options: options, noun: "task")
      .run(action, on: readings, waits: waits) { targets in
        let keys = try keys(for: action, targets, readings)
        return await ActionRunner(
          backend: connection.backend, journal: .own, profile: connection.profile
        ).run(action, on: targets, keys: keys, waits: waits) {
          ActionCommand.announce("task \($0)", $1)
        }
      }
  }

  private func keys(
    for action: TaskAction, _ targets: [TaskTarget], _ readings: [TargetReading]
  ) throws -> TransferKeys {
    guard case .start = action else { return TransferKeys() }
    let ids = Set(targets.map(\.id))
    let tasks = readings.compactMap(\.value).filter { ids.contains($0.id) }
    return try KeyPrompt(environment: Environment.current).keys(
      source: tasks.contains { $0.source.needsKeys },
      destination: tasks.contains { $0.destination.needsKeys })
  }
}
