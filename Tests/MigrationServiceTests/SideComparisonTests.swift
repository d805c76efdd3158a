import Foundation
import HTTPTypes
import Hummingbird
import Synchronization
import Testing

@testable import Migration

@testable import MigrationService

/// What both sides of a task have, object by object.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SideComparisonTests {
  /// Compares two stores of the bench, or two directories of it.
  private static func compare(
    _ bench: MoverBench, _ order: MoveOrder, readsContents: Bool = false
  ) async throws -> (found: [ObjectDifference], tally: ComparisonTally) {
    var task = Migration.NewTask(
      kind: order.kind, source: order.source.location.storage,
      destination: order.destination.location.storage,
      keys: TransferKeys(source: order.source.keys, destination: order.destination.keys))
    task.settings.changedSince = order.changedSince
    var found: [ObjectDifference] = []
    let tally = try await SideComparison(program: bench.program).compare(
      task, readsContents: readsContents
    ) { _ in
    } found: {
      found.append($0)
    }
    return (found.sorted { $0.key < $1.key }, tally)
  }

  private static let source: [String: [UInt8]] = [
    "same": [1], "changed": [2, 2], "longer": [3, 3, 3], "gone": [4], "dir/\u{2400}": [5],
  ]
  private static let destination: [String: [UInt8]] = [
    "same": [1], "changed": [2, 9], "longer": [3], "more": [6], "dir/\u{2400}": [5],
  ]
  private static let differences = [
    ObjectDifference(.differs, "changed", reason: "The checksums differ (md5)."),
    ObjectDifference(.missing, "gone", reason: "It is not at the destination."),
    ObjectDifference(.differs, "longer", reason: "The sizes differ."),
    ObjectDifference(.extra, "more", reason: "It is not at the source."),
  ]

  @Test(arguments: [false, true])
  func `between stores each kind of difference is found`(readsContents: Bool) async throws {
    try await MoverBench.with { bench in
      try bench.put(Self.source)
      try bench.put(Self.destination, in: "destination/to")
      let outcome = try await Self.compare(
        bench, try bench.order(), readsContents: readsContents)
      var expected = Self.differences
      if readsContents { expected[0].reason = "The contents differ." }
      #expect(outcome.found == expected)
      #expect(outcome.tally.same == 2)
      #expect(outcome.tally.differences == [.differs: 2, .missing: 1, .extra: 1])
    }
  }

  @Test func `between directories as well`() async throws {
    try await MoverBench.with { bench in
      try bench.put(Self.source)
      try bench.put(Self.destination, in: "copy")
      let outcome = try await Self.compare(
        bench, try bench.localOrder("run", destination: "copy"))
      #expect(outcome.found == Self.differences)
    }
  }

  @Test func `only what the task means is compared`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["in/a": [1], "out/b": [2], "alone": [3]])
      try bench.put(["in/a": [1], "in/c": [4], "other": [5]], in: "destination/to")
      let outcome = try await Self.compare(bench, try bench.order(keys: ["in/", "alone"]))
      #expect(outcome.found.map(\.key) == ["alone", "in/c"])
      #expect(outcome.found.map(\.kind) == [.missing, .extra])
      #expect(outcome.tally.same == 1)
    }
  }

  @Test func `an object that was asked for and is nowhere is missing`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      try bench.put(["a": [1]], in: "destination/to")
      let outcome = try await Self.compare(bench, try bench.order(keys: ["a", "gone"]))
      #expect(outcome.found.map(\.key) == ["gone"])
      #expect(outcome.tally.same == 1)
    }
  }

  @Test func `what is too old to be moved is neither missing nor extra`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["old": [1]])
      try bench.put(["old": [2], "older": [3]], in: "destination/to")
      var order = try bench.order()
      order.changedSince = Date.now.addingTimeInterval(3600)
      #expect(try await Self.compare(bench, order).found.isEmpty)
    }
  }

  @Test func `what cannot be read is told as such`() async throws {
    let rights = Rights { request, prefix in
      request.method != .get || prefix != nil || !request.uri.path.hasSuffix("/b")
    }
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]], in: "copy")
      try await FolderStore(["a": [1], "b": [2]], behind: rights).serve { source in
        let order = try bench.localOrder("run", from: source, destination: "copy")
        let outcome = try await Self.compare(bench, order, readsContents: true)
        #expect(outcome.found.map(\.key) == ["b"])
        #expect(outcome.found.map(\.kind) == [.unreadable])
        #expect(outcome.found.first?.reason.contains("AccessDenied") == true)
      }
    }
  }

  @Test func `a destination that is not there has nothing`() async throws {
    try await MoverBench.with { bench in
      try bench.put(Self.source)
      let order = try bench.localOrder("run", destination: "nowhere/at all")
      let outcome = try await Self.compare(bench, order)
      #expect(outcome.tally.differences == [.missing: Int64(Self.source.count)])
    }
  }

  @Test func `a source that cannot be listed is told as such`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]], in: "copy")
      let source = try bench.localEnd("nowhere", as: .source)
      let order = try bench.localOrder("run", from: source, destination: "copy")
      let problem = await #expect(throws: MoverProblem.self) {
        _ = try await Self.compare(bench, order)
      }
      #expect(problem?.code == "TRF.0155")
    }
  }
}
