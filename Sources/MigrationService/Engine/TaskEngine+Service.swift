import Migration
import ServiceLifecycle

extension TaskEngine {
  /// Runs tasks until a graceful shutdown or a cancellation; what then runs goes on at the next
  /// start.
  ///
  /// - Throws: When the tasks of the earlier process cannot be read.
  func run() async throws {
    TaskDirectories.removeOrphans(in: directory, isThere: board.has)
    try turn { try $0.recover(at: $1) }
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        group.addTask { await self.runClock() }
        group.addTask { await self.postNotices() }
        for await beginning in beginnings {
          group.addTask { await self.move(beginning) }
        }
        await halt()
        group.cancelAll()
      }
    } onGracefulShutdown: {
      self.beginning.finish()
    }
  }

  private func runClock() async {
    var seconds = 0
    while !Task.isCancelled {
      turn { [seconds] machine, now in
        if seconds.isMultiple(of: 60) { machine.expire(at: now) }
        if seconds.isMultiple(of: 2) { machine.saveProgress() }
        machine.tick(at: now)
      }
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
