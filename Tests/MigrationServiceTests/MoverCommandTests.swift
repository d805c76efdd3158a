import FoundationEssentials
import Testing

@testable import Migration

@testable import MigrationService

/// What a run is told while it lasts.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct MoverCommandTests {
  @Test func `a limit slows a run and can be lifted`() async throws {
    try await MoverBench.with { bench in
      // At the first limit this would take far longer than the suite may.
      try bench.put(["a": randomBytes(25_000_000)])
      var order = try bench.order()
      order.bandwidth = 100_000
      let mover = bench.mover()
      let reports = MoverReports()
      let (commands, mailbox) = RunCommands.makeStream()
      async let running = mover.run(order, commands: commands) { await reports.take($0) }
      await reports.wait { $0.completedBytes > 0 }
      mailbox.yield(.limit(nil))
      let result = try await running
      #expect(result.end == .succeeded)
    }
  }

  @Test func `the same task is not moved twice at once`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": randomBytes(1_000_000)])
      let mover = bench.mover()
      let reports = MoverReports()
      let (commands, mailbox) = RunCommands.makeStream()
      async let running = mover.run(try bench.order(bandwidth: 100_000), commands: commands) {
        await reports.take($0)
      }
      await reports.wait { _ in true }
      let second = try await mover.run(bench.order("other", bandwidth: 100_000))
      #expect(second.message.contains("already"))
      mailbox.yield(.stop)
      let result = try await running
      #expect(result.end == .stopped)
    }
  }

  @Test func `a stop that is there before the run is a stop all the same`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": randomBytes(1_000_000)])
      let (commands, mailbox) = RunCommands.makeStream()
      mailbox.yield(.stop)
      let result = try await bench.mover().run(
        try bench.order(bandwidth: 100_000), commands: commands
      ) { _ in }
      #expect(result.end == .stopped)
    }
  }
}
