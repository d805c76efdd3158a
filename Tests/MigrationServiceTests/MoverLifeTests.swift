import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Stops, limits, deaths and second lives.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct MoverLifeTests {
  /// Twenty objects of 100 kB, which take twenty seconds at 100 kB a second.
  private static func twenty() -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: (0..<20).map { ("o\($0)", randomBytes(100_000)) })
  }

  @Test func `a stopped task moves nothing more and its next run copies what is missing`()
    async throws
  {
    try await MoverBench.with { bench in
      // Three that arrive soon, and a rest that would take minutes, however late the stop is.
      let sizes = [1, 1, 1] + Array(repeating: 1_000_000, count: 17)
      let objects = Dictionary(
        uniqueKeysWithValues: sizes.enumerated().map { ("o\($0)", randomBytes($1)) })
      try bench.put(objects)
      let mover = bench.mover()
      let reports = MoverReports()
      let (commands, mailbox) = RunCommands.makeStream()
      async let first = mover.run(
        try bench.order("first", bandwidth: 100_000), commands: commands
      ) { await reports.take($0) }
      await reports.wait { $0.objects.succeeded >= 3 }
      mailbox.yield(.stop)
      let stopped = try await first
      #expect(stopped.end == .stopped)
      #expect(try bench.order("first").failedNames.isEmpty)
      let there = try bench.objects()
      #expect(there.count < 20)

      var order = try bench.order("second")
      order.earlier = [try bench.order("first").directory]
      let again = try await mover.run(order)
      #expect(again.end == .succeeded)
      #expect(again.progress.objects == ObjectCounts(total: 20, succeeded: 20))
      #expect(try bench.objects() == objects)
    }
  }

  @Test func `bytes under way are shown, with their speed, and never go back`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["big": randomBytes(3_000_000), "small": [1]])
      let mover = bench.mover()
      let reports = MoverReports()
      let (commands, mailbox) = RunCommands.makeStream()
      async let running = mover.run(try bench.order(bandwidth: 150_000), commands: commands) {
        await reports.take($0)
      }
      await reports.wait { (2..<3_000_001).contains($0.completedBytes) && $0.speed > 1000 }
      mailbox.yield(.limit(nil))
      let result = try await running
      let all = await reports.all
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.completedBytes <= $1.completedBytes })
      #expect(all.last == result.progress)
      #expect(result.progress.completedBytes == 3_000_001)
    }
  }

  @Test func `a detached run goes on and is taken up by another mover`() async throws {
    try await MoverBench.with { bench in
      let objects = Self.twenty()
      try bench.put(objects)
      let reports = MoverReports()
      let running = Task { [mover = bench.mover()] in
        try await mover.run(bench.order(bandwidth: 100_000)) { await reports.take($0) }
      }
      await reports.wait { $0.objects.succeeded >= 1 }
      running.cancel()
      await #expect(throws: CancellationError.self) { try await running.value }

      let result = try await bench.mover().run(bench.order(bandwidth: 400_000))
      #expect(result.end == .succeeded)
      #expect(result.progress.objects == ObjectCounts(total: 20, succeeded: 20))
      #expect(ChildFiles.all(.copy, in: try bench.order().directory).count == 1)
      #expect(try bench.objects() == objects)
    }
  }

  @Test func `a run that ended unwatched is told like one that was watched`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2, 3]])
      let watched = try await bench.mover().run(bench.order())
      let replayed = try await bench.mover().run(bench.order())
      #expect(watched == replayed)
      #expect(ChildFiles.all(.copy, in: try bench.order().directory).count == 1)
    }
  }

  @Test func `a run whose process was killed is started again and copies the rest`() async throws {
    try await MoverBench.with { bench in
      let objects = Self.twenty()
      try bench.put(objects)
      let reports = MoverReports()
      let running = Task { [mover = bench.mover()] in
        try await mover.run(bench.order(bandwidth: 100_000)) { await reports.take($0) }
      }
      await reports.wait { $0.objects.succeeded >= 3 }
      running.cancel()
      _ = try? await running.value
      let files = ChildFiles(directory: try bench.order().directory, purpose: .copy, attempt: 1)
      await RcloneChild.killAll(like: files)

      let result = try await bench.mover().run(bench.order(bandwidth: 400_000))
      #expect(result.end == .succeeded)
      let counts = result.progress.objects
      #expect(counts == ObjectCounts(total: 20, succeeded: 20))
      #expect(try bench.objects() == objects)
    }
  }

  @Test func `a process killed under a living run is started again`() async throws {
    try await MoverBench.with { bench in
      try bench.put(Self.twenty())
      let mover = bench.mover()
      let reports = MoverReports()
      async let running = mover.run(try bench.order(bandwidth: 400_000)) { await reports.take($0) }
      await reports.wait { $0.objects.succeeded >= 1 }
      try await bench.killCopy(1)
      let result = try await running
      #expect(result.end == .succeeded)
      #expect(result.progress.objects.total == 20)
    }
  }

  @Test func `a run that is killed again and again without any gain is given up`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": randomBytes(1_000_000)])
      let running = Task { [mover = bench.mover()] in
        try await mover.run(bench.order(bandwidth: 1000))
      }
      for attempt in 1...4 {
        try await bench.killCopy(attempt)
      }
      let result = try await running.value
      #expect(result.code == "TRF.0001")
      #expect(result.progress.objects == ObjectCounts(total: 1, failed: 1))
    }
  }

  @Test func `what a killed process leaves of an object goes with the end of the run`() async throws
  {
    try await MoverBench.with { bench in
      try bench.put(["a": randomBytes(1_000_000)])
      // Somebody else has this one under way.
      let foreign: [String: [UInt8]] = ["b.1a2b3c4d.ferry-part": [1]]
      try bench.put(foreign, in: "copy")
      var order = try bench.localOrder("run", destination: "copy")
      order.bandwidth = 1000
      let running = Task { [mover = bench.mover(), order] in try await mover.run(order) }
      for attempt in 1...4 {
        while try bench.objects(in: "copy").count < 2 {
          try await Task.sleep(for: .milliseconds(5))
        }
        try await bench.killCopy(attempt)
      }
      let result = try await running.value
      #expect(result.progress.objects == ObjectCounts(total: 1, failed: 1))
      #expect(try bench.objects(in: "copy") == foreign)
    }
  }

  @Test func `halting ends the processes and a later run goes on`() async throws {
    try await MoverBench.with { bench in
      try bench.put(Self.twenty())
      let mover = bench.mover()
      let reports = MoverReports()
      let running = Task {
        try await mover.run(bench.order(bandwidth: 100_000)) { await reports.take($0) }
      }
      await reports.wait { $0.objects.succeeded >= 1 }
      await mover.halt()
      await #expect(throws: CancellationError.self) { try await running.value }
      let files = ChildFiles(directory: try bench.order().directory, purpose: .copy, attempt: 1)
      #expect(!RcloneChild(adopting: files).isAlive)

      let result = try await bench.mover().run(bench.order(bandwidth: 400_000))
      #expect(result.end == .succeeded)
      #expect(result.progress.objects.failed == 0)
      #expect(result.progress.objects.total == 20)
    }
  }
}
