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
    case .move(let id): await move(id)
    case .stop(let id): await stopUntilEnded(id)
    case .limit(let id, let limit): await mover.limit(limit, of: id)
    }
  }

  private func move(_ id: TaskID) async {
    let result: MoveResult
    do {
      result = try await mover.run(try order(for: id)) { progress in
        await self.note(progress, of: id)
      }
    } catch is CancellationError where isHalting || Task.isCancelled {
      return
    } catch {
      log.error("a run broke off", metadata: ["task": "\(id)", "error": "\(error)"])
      result = brokenOff(id, because: error)
    }
    await finish(id, result)
  }

  private func brokenOff(_ id: TaskID, because error: any Error) -> MoveResult {
    let failure =
      error as? EngineProblem == .keysLost
      ? TaskFailure(code: "TRF.0151", message: "The keys of the task are lost; start it again.")
      : TaskFailure(code: "TRF.0001", message: "The service had an internal error.")
    return MoveResult(end: .failed(failure), progress: MoveProgress())
  }

  /// Writes down an end as soon as the disk takes it.
  private func finish(_ id: TaskID, _ result: MoveResult) async {
    while true {
      do {
        return try end(id, result)
      } catch {
        log.error("an end could not be saved", metadata: ["task": "\(id)", "error": "\(error)"])
      }
      do {
        try await Task.sleep(for: .seconds(1))
      } catch {
        return
      }
    }
  }

  // A stop may come before the mover knows the run, and then does nothing: it is repeated.
  private func stopUntilEnded(_ id: TaskID) async {
    while isRunning(id), !isHalting {
      await mover.stop(id)
      do {
        try await Task.sleep(for: .milliseconds(200))
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
