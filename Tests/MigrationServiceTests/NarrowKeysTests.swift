import Foundation
import HTTPTypes
import Hummingbird
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Keys whose rights are no wider than a task.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct NarrowKeysTests {
  private static let objects: [String: [UInt8]] = [
    "sub/x": [1], "sub/deep/y": [2], "sub/\u{2400}": [3], "sub/folder/": [], "other/z": [4],
  ]

  @Test(arguments: [
    (TaskKind.object, ["sub/"]), (.prefix, ["sub/"]), (.object, ["sub/deep/", "sub/x", "sub/"]),
  ])
  func `keys that may list one prefix move what is below it`(
    kind: TaskKind, keys: [String]
  ) async throws {
    let rights = Rights { _, prefix in prefix.map { $0.hasPrefix("sub/") } ?? true }
    try await MoverBench.with { bench in
      try await FolderStore(Self.objects, behind: rights).serve { source in
        let target = FolderStore([:])
        try await target.serve { destination in
          var order = try bench.localOrder("run", from: source, destination: "copy")
          order.source.location = try source.location(of: keys)
          order.destination = try destination.as(.destination)
          order.kind = kind
          let result = try await bench.mover().run(order)
          #expect(result.end == .succeeded, "\(result)")
          #expect(result.progress.objects == ObjectCounts(total: 4, succeeded: 4))
          #expect(target.objects == Self.objects.filter { $0.key.hasPrefix("sub/") })
        }
      }
    }
  }

  @Test func `of these only what has changed since is moved, and the rest is counted`()
    async throws
  {
    let rights = Rights { _, prefix in prefix.map { $0.hasPrefix("sub/") } ?? true }
    try await MoverBench.with { bench in
      try await FolderStore(["sub/x": [1]], behind: rights).serve { source in
        var order = try bench.localOrder("run", from: source, destination: "copy")
        order.source.location = try source.location(of: ["sub/"])
        order.changedSince = Date()
        let result = try await bench.mover().run(order)
        #expect(result.end == .succeeded, "\(result)")
        #expect(result.progress.objects == ObjectCounts(total: 1, skipped: 1))
      }
    }
  }

  @Test func `where nobody can see what would be replaced nothing is, unless all is to be`()
    async throws
  {
    let rights = Rights { request, prefix in request.method == .put || prefix != nil }
    try await MoverBench.with { bench in
      try bench.put(["x": [1]])
      let target = FolderStore(["x": [9]], behind: rights)
      try await target.serve { destination in
        var order = try bench.order("run", keys: ["x"])
        order.destination = try destination.as(.destination)
        #expect(try await bench.mover().run(order).code == "TRF.0054")
        #expect(target.objects == ["x": [9]])
        order.directory = bench.root.appending("again")
        order.choices.overwriteMode = "FULL_OVERWRITE"
        #expect(try await bench.mover().run(order).end == .succeeded)
        #expect(target.objects == ["x": [1]])
      }
    }
  }

  @Test func `keys that may not list even that are told so`() async throws {
    try await MoverBench.with { bench in
      try await FolderStore(Self.objects, behind: Rights { _, prefix in prefix == nil }).serve {
        source in
        var order = try bench.localOrder("run", from: source, destination: "copy")
        order.source.location = try source.location(of: ["sub/"])
        #expect(try await bench.mover().run(order).code == "TRF.0152")
      }
    }
  }

  @Test func `keys that may list and write, but not look at an object, write`() async throws {
    let rights = Rights { request, prefix in request.method == .put || prefix != nil }
    try await MoverBench.with { bench in
      try bench.put(["x": [1], "y": [2]])
      let target = FolderStore([:], behind: rights)
      try await target.serve { destination in
        var order = try bench.localOrder("run", destination: "copy")
        order.destination = try destination.as(.destination)
        let result = try await bench.mover().run(order)
        #expect(result.end == .succeeded, "\(result)")
        #expect(target.objects == ["x": [1], "y": [2]])
      }
    }
  }
}

extension MoveEnd {
  /// The location with these keys.
  fileprivate func location(of keys: [String]) throws -> CheckedLocation {
    var storage = location.storage
    storage.keys = keys
    return try CheckedLocation(storage, as: location.role)
  }

  /// The same place as the other side of an order.
  fileprivate func `as`(_ role: CheckedLocation.Role) throws -> MoveEnd {
    MoveEnd(location: try CheckedLocation(location.storage, as: role), keys: keys)
  }
}
