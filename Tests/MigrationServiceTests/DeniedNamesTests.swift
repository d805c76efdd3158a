import Hummingbird
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Runs that ask for objects by their names, some of which may not be read.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct DeniedNamesTests {
  /// How an order names its objects.
  enum Naming: CaseIterable {
    case keys, failedBefore
  }

  /// A store that lists nothing and forbids the folder `closed`; as it may not be listed, it says of what
  /// is not there that it is forbidden, as S3 does.
  private static func store() -> FolderStore {
    let objects: [String: [UInt8]] = [
      "open/a": [1], "open/b": [2, 2], "closed/c": [3], "closed/d": [4],
    ]
    return FolderStore(
      objects,
      behind: Rights { request, prefix in
        let key = request.uri.path.dropFirst("/bucket/".count)
        return prefix == nil && !key.hasPrefix("closed/") && objects.keys.contains(String(key))
      })
  }

  private static let named = ["open/a", "closed/c", "open/b", "closed/d", "open/gone"]
  private static let denied = ["closed/c", "closed/d", "open/gone"]

  private static func order(
    _ naming: Naming, from source: MoveEnd, _ bench: MoverBench
  ) throws -> MoveOrder {
    var order = try bench.localOrder("run", from: source, destination: "copy")
    switch naming {
    case .keys: try order.source.change(as: .source) { $0.keys = named }
    case .failedBefore: order.onlyObjects = try bench.list(named)
    }
    return order
  }

  @Test(arguments: Naming.allCases)
  func `what may not be read is told object by object, and the rest arrives`(
    naming: Naming
  ) async throws {
    try await MoverBench.with { bench in
      try await Self.store().serve { source in
        let order = try Self.order(naming, from: source, bench)
        let result = try await bench.mover().run(order)
        #expect(result.code == "TRF.0153")
        #expect(result.message.contains("The keys for the source may not read its objects"))
        #expect(result.progress.objects == ObjectCounts(total: 5, succeeded: 2, failed: 3))
        #expect(result.progress.isScanned && result.progress.completedBytes == 3)
        #expect(try bench.objects(in: "copy/open") == ["a": [1], "b": [2, 2]])
        let told = try order.unmoved(.failed)
        #expect(told.map(\.name).sorted() == Self.denied)
        for object in told {
          #expect(
            object.reason == "The keys for the source may not read its objects (Forbidden).")
        }
      }
    }
  }

  @Test func `where none of the objects may be read each is told`() async throws {
    try await MoverBench.with { bench in
      try await Self.store().serve { source in
        var order = try bench.localOrder("run", from: source, destination: "copy")
        order.onlyObjects = try bench.list(Self.denied)
        let result = try await bench.mover().run(order)
        #expect(result.code == "TRF.0153")
        #expect(result.progress.objects == ObjectCounts(total: 3, failed: 3))
        #expect(try order.failedNames.sorted() == Self.denied)
      }
    }
  }

  @Test func `a count before the task names what may not be read`() async throws {
    let program = try await MoverBench.realRclone()
    try await Self.store().serve { source in
      var place = source.location.storage
      place.keys = ["open/a", "closed/c"]
      let task = Migration.NewTask(
        source: place, destination: StorageLocation(provider: "Local", bucket: "/nowhere"),
        keys: TransferKeys(source: source.keys))
      let problem = await #expect(throws: MoverProblem.self) {
        try await SourceListing(program: program).count(task) { _ in }
      }
      let words = "“closed/c”: The keys for the source may not read its objects (Forbidden)."
      #expect(problem?.description == words)
    }
  }
}
