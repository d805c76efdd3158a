import Logging
import Migration
import ServiceLifecycle

extension TaskEngine {
  /// Runs tasks until a graceful shutdown or a cancellation; what then runs goes on at the next
  /// start.
  ///
  /// - Throws: When the tasks of the earlier process cannot be read.
  func run() async throws {
    try recover()
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        group.addTask { await self.runClock() }
        for await item in work {
          group.addTask { await self.carryOut(item) }
        }
        await halt()
        group.cancelAll()
      }
    } onGracefulShutdown: {
      self.workContinuation.finish()
    }
  }

  private func carryOut(_ item: Work) async {
    switch item {
    case .admit: admit()
    case .move(let attempt, let commands): await move(attempt, commands)
    }
  }

  private func move(_ attempt: RunAttempt, _ commands: RunCommands) async {
    let result: MoveResult
    do {
      result = try await mover.run(try order(for: attempt), commands: commands) { progress in
        await self.note(progress, of: attempt)
      }
    } catch is CancellationError where isHalting || Task.isCancelled {
      return
    } catch {
      log.error("a run broke off", metadata: ["task": "\(attempt.task)", "error": "\(error)"])
      result = brokenOff(because: error)
    }
    await finish(attempt, result)
  }

  private func brokenOff(because error: any Error) -> MoveResult {
    let failure =
      error as? EngineProblem == .keysLost
      ? TaskFailure(code: "TRF.0151", message: "The keys of the task are lost; start it again.")
      : TaskFailure(code: "TRF.0001", message: "The service had an internal error.")
    return MoveResult(end: .failed(failure), progress: MoveProgress())
  }

  /// Writes down an end as soon as the disk takes it.
  private func finish(_ attempt: RunAttempt, _ result: MoveResult) async {
    while true {
      do {
        return try end(attempt, result)
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

  private func runClock() async {
    var seconds = 0
    while !Task.isCancelled {
      if seconds.isMultiple(of: 60) { expire() }
      if seconds.isMultiple(of: 2) { saveProgress() }
      tick()
      seconds += 1
      try? await Task.sleep(for: .seconds(1))
    }
  }

  private func halt() async {
    beginHalting()
    // A task of its own: the present one may be cancelled, and the mover needs its time to end.
    await Task { await mover.halt() }.value
  }
}

/// Why a run cannot begin.
enum EngineProblem: Error, Equatable {
  /// The keys cannot be read any more.
  case keysLost
}
