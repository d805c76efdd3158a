import Hummingbird
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Whichever request of a run it is that goes wrong, nothing is lost.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct NthRequestTests {
  typealias Requests = UnreliableRequests<BasicRequestContext>

  private static let objects: [String: [UInt8]] = ["a": [1, 2], "dir/b": [3], "empty/": []]

  /// Runs a task between two stores, and once more what did not arrive; one request of the first run
  /// goes wrong.
  ///
  /// - Returns: How many requests the first run sent.
  private static func run(
    _ number: Int, _ fate: Requests.Fate, in bench: MoverBench
  ) async throws -> Int {
    let requests = Requests(number, fate)
    let destination = FolderStore([:], behind: requests)
    return try await FolderStore(objects, behind: requests).serve { source in
      try await destination.serve { target in
        var order = try bench.order("\(number)")
        (order.source, order.destination) = (source, target)
        try order.destination.change(as: .destination) { $0.keys = ["copy/"] }
        let first = try await bench.mover().run(order)
        let sent = requests.count
        requests.relent()
        let counts = first.progress.objects
        #expect(counts.succeeded + counts.failed + counts.skipped <= counts.total)
        // Folder objects show in the second list alone.
        if first.end == .succeeded, first.auditRefusal == nil {
          #expect(counts == ObjectCounts(total: 3, succeeded: 3))
          #expect(arrived(at: destination) == objects)
        }
        order.earlier = [order.directory]
        order.directory = bench.root.appending("\(number)-again")
        let second = try await bench.mover().run(order)
        #expect(second.end == .succeeded, "request \(number): \(first), then \(second)")
        #expect(arrived(at: destination) == objects)
        return sent
      }
    }
  }

  private static func arrived(at store: FolderStore) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: store.objects.map { (String($0.dropFirst(5)), $1) })
  }

  @Test(arguments: Requests.Fate.allCases)
  func `the nth request goes wrong, for every n until none does`(
    fate: Requests.Fate
  ) async throws {
    try await MoverBench.with { bench in
      var number = 1
      while try await Self.run(number, fate, in: bench) >= number { number += 1 }
      #expect(number > 5)
    }
  }
}
