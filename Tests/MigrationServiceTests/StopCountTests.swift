import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Counts and lists of failed objects through stops and starts, in any order.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StopCountTests {
  /// Runs an order until it has reported something that is `enough`, and stops it then.
  private static func runUntil(
    _ enough: @escaping @Sendable (MoveProgress) -> Bool, _ order: MoveOrder, _ bench: MoverBench
  ) async throws -> MoveResult {
    let (commands, mailbox) = RunCommands.makeStream()
    return try await bench.mover().run(order, commands: commands) { progress in
      if enough(progress) { mailbox.yield(.stop) }
    }
  }

  @Test
  func `what earlier runs have moved counts at once, and at the end nothing of it is skipped`()
    async throws
  {
    try await MoverBench.with { bench in
      let objects = Dictionary(
        uniqueKeysWithValues: (0..<20).map { ("o\($0)", randomBytes(100_000)) })
      try bench.put(objects)
      let first = try bench.order("1", bandwidth: 200_000)
      let stopped = try await Self.runUntil({ $0.objects.succeeded >= 3 }, first, bench)
      var second = try bench.order("2", bandwidth: 200_000)
      second.earlier = [first.directory]
      let again = try await Self.runUntil({ _ in true }, second, bench)
      #expect(again.progress.objects.succeeded >= stopped.progress.objects.succeeded)
      #expect(again.progress.completedBytes >= stopped.progress.completedBytes)
      var third = try bench.order("3")
      third.earlier = [first.directory, second.directory]
      let last = try await bench.mover().run(third)
      #expect(last.end == .succeeded)
      #expect(last.progress.objects == ObjectCounts(total: 20, succeeded: 20))
      #expect(last.progress.realBytes == 2_000_000)
      #expect(try bench.objects() == objects)
    }
  }

  @Test func `an object that is gone from the destination since counts when it arrives again`()
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]])
      _ = try await bench.mover().run(bench.order("1"))
      try FileManager.default.removeItem(
        atPath: bench.root.appending("destination/to/a").string)
      // The server of the test keeps what it has listed for a while.
      var order = try bench.localOrder("2", destination: "destination/to")
      order.earlier = [try bench.order("1").directory]
      let result = try await bench.mover().run(order)
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 2))
      #expect(try bench.objects() == ["a": [1], "b": [2]])
    }
  }

  @Test func `a run of the failed objects that is stopped keeps the list of those still missing`()
    async throws
  {
    try await MoverBench.with { bench in
      let objects = Dictionary(
        uniqueKeysWithValues: (0..<6).map { ("o\($0)", randomBytes(200_000)) })
      try bench.put(objects)
      var order = try bench.order("1", bandwidth: 200_000)
      order.onlyObjects = try bench.list(objects.keys.sorted())
      order.transfers = 1
      let result = try await Self.runUntil({ $0.objects.succeeded >= 2 }, order, bench)
      let there = try bench.objects()
      #expect(result.end == .stopped)
      #expect(try Set(order.failedNames).union(there.keys) == Set(objects.keys))
      #expect(result.progress.objects.failed == Int64(try order.failedNames.count))
      #expect(result.progress.objects.total == 6)
    }
  }

  @Test func `a run that is stopped before it came to what had failed keeps that list`()
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put(["a": randomBytes(2_000_000), "gone before": randomBytes(2_000_000)])
      var order = try bench.order("1", bandwidth: 50_000)
      order.failedBefore = try bench.list(["gone before", "long lost"])
      let (commands, mailbox) = RunCommands.makeStream()
      mailbox.yield(.stop)
      let result = try await bench.mover().run(order, commands: commands) { _ in }
      #expect(try order.failedNames == ["gone before", "long lost"])
      #expect(result.progress.objects.failed == 2)
    }
  }
}
