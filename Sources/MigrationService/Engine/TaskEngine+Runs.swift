import FoundationEssentials
import Logging
import Migration

/// The runs of tasks, from the order to the end.
extension TaskEngine {
  /// What the mover is to do for a run.
  func order(for run: ActiveRun) throws -> MoveOrder {
    let task = run.task
    guard let keys = try store.keys(of: task.id) else { throw EngineProblem.keysLost }
    let definition = task.definition
    let lists = task.unmoved
    let directories = try TaskDirectories.make(run.attempt, listed: lists.run, in: directory)
    let failed = lists.run > 0 ? unmoved(.failed, of: task) : nil
    var order = MoveOrder(
      task: task.id, directory: directories.own,
      source: MoveEnd(
        location: try CheckedLocation(definition.source, as: .source), keys: keys.source),
      destination: MoveEnd(
        location: try CheckedLocation(definition.destination, as: .destination),
        keys: keys.destination),
      kind: definition.kind,
      onlyObjects: task.run.onlyFailed ? failed : nil, failedBefore: failed,
      earlier: directories.earlier, began: task.run.began ?? now(),
      changedSince: definition.changedSince, bandwidth: run.limit,
      transfers: definition.threads == 0 ? 4 : definition.threads,
      roots: task.isConfined ? confinement.roots : nil)
    order.hosts = task.isConfined ? confinement.hosts : nil
    order.listFile = definition.listFile
    order.choices = definition.choices
    return order
  }

  /// Moves what a run is to move, and tells how it ended.
  func move(_ beginning: Beginning) async {
    let attempt = beginning.attempt
    let result: MoveResult
    do {
      result = try await mover.run(try order(for: attempt), commands: beginning.commands) {
        progress in
        await self.turn { machine, _ in machine.note(progress, of: attempt) }
      }
    } catch is CancellationError where isHalting || Task.isCancelled {
      return
    } catch {
      log.error("a run broke off", metadata: ["task": "\(attempt.task)", "error": "\(error)"])
      result = Self.brokenOff(because: error)
    }
    if let status = result.auditRefusal {
      log.warning(
        "a source was not listed a second time, so nobody has looked for what rclone does not see",
        metadata: ["task": "\(attempt.task)", "status": "\(status)"])
    }
    if result.unmoved == nil {
      log.warning(
        "a run has left no lists of what it did not move; those of an earlier one hold",
        metadata: ["task": "\(attempt.task)"])
    }
    await finish(attempt, result)
  }

  private static func brokenOff(because error: any Error) -> MoveResult {
    let problem =
      switch error {
      case EngineProblem.keysLost:
        MoverProblem("The keys of the task are lost; start it again.", code: "TRF.0151")
      // An earlier version has taken it.
      case let problem as LocationProblem: MoverProblem(problem)
      default: MoverProblem("The service had an internal error.")
      }
    let failure = TaskFailure(code: problem.code, message: problem.description)
    return MoveResult(end: .failed(failure), progress: MoveProgress())
  }

  /// Writes down an end as soon as the disk takes it.
  private func finish(_ attempt: RunAttempt, _ result: MoveResult) async {
    while true {
      do {
        try turn { try $0.end(attempt, result, at: $1) }
        return close(attempt)
      } catch {
        log.error(
          "an end could not be saved", metadata: ["task": "\(attempt.task)", "error": "\(error)"])
      }
      do {
        try await Task.sleep(for: .seconds(1))
      } catch {
        return
      }
    }
  }
}

/// Why a run cannot begin.
enum EngineProblem: Error, Equatable {
  /// The keys cannot be read any more.
  case keysLost
}
