import Foundation
import Hummingbird
import SystemPackage
import Synchronization
import Testing

@testable import Migration

@testable import MigrationService

/// What a store asks of those who write to it.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct PatienceTests {
  /// Refuses the first tries of what is put into a store, or all that lies in one of its folders.
  private final class Moods: RouterMiddleware {
    typealias Context = BasicRequestContext

    private let refusals: Int
    private let status: HTTPResponse.Status
    private let folder: String
    private let tries = Mutex<[String: Int]>([:])

    init(_ status: HTTPResponse.Status, times refusals: Int = .max, in folder: String = "") {
      (self.refusals, self.status, self.folder) = (refusals, status, folder)
    }

    func handle(
      _ request: Request, context: Context,
      next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      let path = request.uri.path
      guard request.method == .put, path.hasPrefix("/bucket/\(folder)") else {
        return try await next(request, context)
      }
      let count = tries.withLock { tries in
        tries[path, default: 0] += 1
        return tries[path, default: 0]
      }
      guard count <= refusals else { return try await next(request, context) }
      // A body that nobody reads would cost the connection, and with it the next request.
      for try await _ in request.body {}
      return Response(status: status)
    }
  }

  private static func objects(_ count: Int, in folder: String) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ("\(folder)\($0)", [UInt8(1)]) })
  }

  /// Runs a task from the bench's directory to a store with such moods.
  private static func run(
    _ objects: [String: [UInt8]], _ moods: Moods
  ) async throws -> (result: MoveResult, arrived: [String: [UInt8]]) {
    let store = FolderStore([:], behind: moods)
    return try await store.serve { target in
      let outcome = Mutex<MoveResult?>(nil)
      try await MoverBench.with { bench in
        try bench.put(objects)
        var order = try bench.localOrder("run", destination: "copy")
        order.destination = target
        try order.destination.change(as: .destination) { $0.keys = [] }
        let result = try await bench.mover().run(order)
        outcome.withLock { $0 = result }
      }
      return (try #require(outcome.withLock { $0 }), store.objects)
    }
  }

  @Test func `a store that wants fewer requests gets them, and all objects`() async throws {
    let objects = Self.objects(5, in: "")
    let (result, arrived) = try await Self.run(objects, Moods(.serviceUnavailable, times: 3))
    #expect(result.end == .succeeded)
    #expect(arrived == objects)
    #expect(result.progress.objects == ObjectCounts(total: 5, succeeded: 5))
  }

  @Test func `a store that never takes anything ends the run with what it said`() async throws {
    let (result, arrived) = try await Self.run(
      Self.objects(1, in: ""), Moods(.serviceUnavailable))
    #expect(result.code == "TRF.0159")
    #expect(arrived.isEmpty)
    #expect(result.progress.objects == ObjectCounts(total: 1, failed: 1))
  }

  @Test func `a folder that may not be written keeps nothing else from arriving`() async throws {
    let open = Self.objects(60, in: "open/")
    let locked = Self.objects(40, in: "locked/")
    let (result, arrived) = try await Self.run(
      open.merging(locked) { one, _ in one }, Moods(.forbidden, in: "locked/"))
    #expect(result.code == "TRF.0054")
    #expect(arrived == open)
    #expect(result.progress.objects == ObjectCounts(total: 100, succeeded: 60, failed: 40))
  }

  @Test func `an older object of the same size is not taken for the one that could not replace it`()
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]])
      // What is there already is newer than this.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)],
        ofItemAtPath: bench.root.appending("source/from/b").string)
      let store = FolderStore(["a": [9], "b": [2]], behind: Moods(.forbidden))
      try await store.serve { target in
        var order = try bench.localOrder("run", destination: "copy")
        order.destination = target
        try order.destination.change(as: .destination) { $0.keys = [] }
        let result = try await bench.mover().run(order)
        #expect(result.code == "TRF.0054")
        #expect(result.progress.objects == ObjectCounts(total: 2, failed: 1, skipped: 1))
        #expect(try order.failedNames == ["a"])
      }
    }
  }
}
