import Foundation
import Hummingbird
import Synchronization
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Runs that are given the names of what they move.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct NamedObjectsTests {
  @Test func `a name does not lead through a link of the source`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      try bench.put(["secret": [2]], in: "elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: bench.root.string + "/source/from/link",
        withDestinationPath: bench.root.string + "/elsewhere")
      var order = try bench.localOrder("run", destination: "copy")
      order.onlyObjects = try bench.list(["a", "link/secret"])
      let result = try await bench.mover().run(order)
      #expect(try bench.objects(in: "copy") == ["a": [1]])
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 1, failed: 1))
    }
  }

  @Test(arguments: ["/a", "a//b", ""])
  func `a name that rclone would take for another one is left alone`(name: String) async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2]])
      var order = try bench.order()
      order.onlyObjects = try bench.list([name, "b"])
      _ = try await bench.mover().run(order)
      #expect(try bench.objects() == ["b": [2]])
    }
  }

  @Test func `a service that ends while a list file is fetched leaves the run to the next one`()
    async throws
  {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let store = FolderStore(["june.txt": Array("a\n".utf8)], behind: SilentLists(asked: arrival))
    try await MoverBench.with { bench in
      try await store.serve { end in
        var order = try bench.order()
        try FileManager.default.createDirectory(
          atPath: order.directory.string, withIntermediateDirectories: true)
        order.kind = .list
        order.listFile = ListFile(bucket: "bucket", key: "june.txt")
        order.destination = MoveEnd(
          location: try CheckedLocation(end.location.storage, as: .destination), keys: end.keys)
        let mover = bench.mover()
        let running = Task { [order] in try await mover.run(order) }
        for await _ in arrivals { break }
        await mover.halt()
        await #expect(throws: CancellationError.self) { try await running.value }
      }
    }
  }

  @Test func `a store that stumbles while it is asked has no newer object replaced`() async throws {
    let store = FolderStore(["a": [9]], behind: StumblingLooks(times: 3))
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      // What is there already is newer than this, and of the same size.
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)],
        ofItemAtPath: bench.root.appending("source/from/a").string)
      try await store.serve { end in
        var order = try bench.order(keys: ["a"])
        order.destination = MoveEnd(
          location: try CheckedLocation(end.location.storage, as: .destination), keys: end.keys)
        let result = try await bench.mover().run(order)
        #expect(store.objects == ["a": [9]])
        #expect(result.progress.objects == ObjectCounts(total: 1, skipped: 1))
      }
    }
  }

  @Test(arguments: ["../a", "a/../../b", "..", "./a"])
  func `a line of a list leads out of no directory`(key: String) {
    let line = Array(key.utf8)[...]
    guard case .unusable = ListedLine(line, of: .list, isPath: true) else {
      Issue.record("\(key) is taken")
      return
    }
    #expect(ListedLine(line, of: .list, isPath: false) == .object(key: key, address: ""))
  }

  @Test func `of an endless line the beginning is kept, and the next line is whole`() {
    var lines = LineSplitter()
    var sizes: [Int] = []
    let piece = [UInt8](repeating: 0x78, count: 700_000)
    for _ in 0..<3 { lines.take(piece[...]) { sizes.append($0.count) } }
    lines.take(Array("\nnext\n".utf8)[...]) { sizes.append($0.count) }
    #expect(sizes == [1 << 20, 4])
  }
}

/// Has trouble with the first looks at the object `a`.
private final class StumblingLooks: RouterMiddleware {
  typealias Context = BasicRequestContext

  private let times: Int
  private let looks = Mutex(0)

  init(times: Int) {
    self.times = times
  }

  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.method == .head, request.uri.path == "/bucket/a" else {
      return try await next(request, context)
    }
    let count = looks.withLock { looks in
      looks += 1
      return looks
    }
    if count <= times { return Response(status: .internalServerError) }
    return try await next(request, context)
  }
}

/// Answers nobody who asks for a list file.
private struct SilentLists: RouterMiddleware {
  typealias Context = BasicRequestContext

  let asked: AsyncStream<Void>.Continuation

  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path.hasSuffix("june.txt") else { return try await next(request, context) }
    asked.yield()
    try await Task.sleep(for: .seconds(1_000_000))
    return Response(status: .notFound)
  }
}
