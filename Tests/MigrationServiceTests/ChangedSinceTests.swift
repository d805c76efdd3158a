import Foundation
import Testing

@testable import Migration

@testable import MigrationService

/// Tasks that move only what has changed since a moment.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ChangedSinceTests {
  private static let soon = Date.now.addingTimeInterval(3600)
  private static let lately = Date.now.addingTimeInterval(-3600)

  @Test(arguments: [[], ["a", "b"], ["a", "b", "dir/"]])
  func `objects that are too old are skipped`(keys: [String]) async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]])
      var order = try bench.order(keys: keys)
      order.changedSince = Self.soon
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded)
      #expect(result.progress.objects == ObjectCounts(total: 2, skipped: 2))
      #expect(try bench.objects().isEmpty)
    }
  }

  @Test func `objects that are asked for by their names and are newer are moved`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2], "c": [3]])
      var order = try bench.order(keys: ["a", "b"])
      order.changedSince = Self.lately
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == ["a": [1], "b": [2]])
    }
  }

  @Test func `of them those that failed are moved when they run again`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]])
      var order = try bench.order()
      order.changedSince = Self.lately
      order.onlyObjects = try bench.list(["a"])
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == ["a": [1]])
    }
  }
}
