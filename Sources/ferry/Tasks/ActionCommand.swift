import Foundation
import MigrationAPI

/// What stop, delete and start have in common: find the targets, ask, act, report.
struct ActionCommand {
  var connection: Connection
  var options: ActionOptions
  var waits = false

  /// Carries `action` out and ends with the contract's status.
  ///
  /// - Throws: ``Failure``, ``APIProblem`` or ``FilterError``.
  func run(_ action: TaskAction, on options: TargetOptions) async throws {
    guard !connection.isReadOnly else {
      throw Failure(
        Failure.failed, "profile '\(connection.profile)' is read-only; nothing was sent")
    }
    if !self.options.yes, !self.options.dryRun, !Console.isInteractive {
      throw Failure(
        Failure.usage, "not on a terminal, so nothing can be asked; give --yes to \(action.verb)")
    }
    let readings = try await read(options)
    guard !readings.isEmpty else {
      if self.options.output == .json { Console.raw("[]") }
      throw Failure(0, "no task passes the filter; nothing to \(action.verb)")
    }
    if self.options.dryRun {
      return try report(readings.map { dryResult(action, $0) }, isDry: true)
    }
    try confirm(action, readings)
    let keys = try transferKeys(for: action, readings)
    let journal = Journal(path: FerryPaths(environment: Environment.current).journal)
    let runner = ActionRunner(
      backend: connection.backend, journal: journal, profile: connection.profile)
    let results = await runner.run(
      action, on: readings.map(\.target), keys: keys, waits: waits, step: announce)
    try report(results, isDry: false)
  }

  /// A target and what it was when the command began.
  struct Reading {
    var target: TaskTarget
    var outcome: Result<MigrationTask, APIProblem>
  }

  private func read(_ options: TargetOptions) async throws -> [Reading] {
    let backend = connection.backend
    if let expression = options.filter {
      let filter = try TaskFilter(expression)
      let tasks = try await backend.listAll().tasks.filter { filter.matches($0, now: Date()) }
      return tasks.map { task in
        Reading(target: TaskTarget(id: task.id, name: task.name), outcome: .success(task))
      }
    }
    var readings: [Reading] = []
    for id in try options.taskIDs() {
      do {
        let task = try await backend.show(id)
        readings.append(
          Reading(target: TaskTarget(id: id, name: task.name), outcome: .success(task)))
      } catch {
        // With nobody there, or the door locked, there is nothing to ask about.
        if error.kind == .unreachable || error.kind == .credentials { throw error }
        readings.append(Reading(target: TaskTarget(id: id, name: ""), outcome: .failure(error)))
      }
    }
    return readings
  }

  private func transferKeys(for action: TaskAction, _ readings: [Reading]) throws -> TransferKeys {
    guard case .start = action else { return TransferKeys() }
    let tasks = readings.compactMap { try? $0.outcome.get() }
    return try KeyPrompt(environment: Environment.current).keys(
      source: tasks.contains { $0.source.needsKeys },
      destination: tasks.contains { $0.destination.needsKeys })
  }

  // A stop can take minutes; silence would look like a hang.
  private func announce(_ id: TaskID, _ step: ActionStep) {
    guard Console.isInteractive else { return }
    switch step {
    case .stopping: Console.progress("task \(id): stopping")
    case .waitingUntilStopped: Console.progress("task \(id): waiting until it has stopped")
    case .deleting: Console.progress("task \(id): deleting")
    case .starting: Console.progress("task \(id): starting")
    }
  }
}
