import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// What arrives, and what is counted.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct MoverCopyTests {
  @Test func `every byte arrives as it was`() async throws {
    try await MoverBench.with { bench in
      let objects = ["a": randomBytes(1), "b/c": randomBytes(100_000), "empty": []]
      try bench.put(objects)
      let result = try await bench.mover().run(bench.order())
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == objects)
      #expect(result.progress.objects == ObjectCounts(total: 3, succeeded: 3))
      #expect(result.progress.completedBytes == 100_001)
      #expect(result.progress.totalBytes == 100_001)
      #expect(result.progress.realBytes == 100_001)
      #expect(result.progress.isScanned)
    }
  }

  @Test func `a thousand small objects arrive and are counted`() async throws {
    try await MoverBench.with { bench in
      let objects = Dictionary(
        uniqueKeysWithValues: (0..<1000).map { ("d\($0 % 10)/o\($0)", randomBytes($0 % 64)) })
      try bench.put(objects)
      let result = try await bench.mover().run(bench.order())
      #expect(result.end == .succeeded)
      #expect(result.progress.objects == ObjectCounts(total: 1000, succeeded: 1000))
      #expect(try bench.objects() == objects)
    }
  }

  @Test func `names of every kind arrive`() async throws {
    try await MoverBench.with { bench in
      let names = [
        "sp ace", "q'u\"ote", "中文/名字", "st*r?[x]{y}", "back\\slash", "tail ", "-rf", "#x", "; y",
        "per%2Fcent", "plus+&=", "rtl\u{202E}txt", "nfc\u{E9}", "nfd e\u{301}", "semi;colon",
        "new\nline", "tab\there", "esc\u{1B}[31m", ".hidden", "...", "wide\u{FF0E}dot",
      ]
      let objects = Dictionary(uniqueKeysWithValues: names.map { ($0, randomBytes(10)) })
      try bench.put(objects)
      let order = try bench.localOrder("from-local", destination: "copy")
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded)
      #expect(try bench.objects(in: "copy") == objects)
      #expect(result.progress.objects.succeeded == Int64(names.count))
    }
  }

  @Test(arguments: ["sp ace", "st*r?[x]{y}", "tail ", "中文", "back\\slash", "#x", "rtl\u{202E}"])
  func `one object is chosen by its exact name`(name: String) async throws {
    try await MoverBench.with { bench in
      try bench.put([name: [1], name + "x": [2], "x" + name: [3], "str": [4]])
      let result = try await bench.mover().run(bench.order(keys: [name]))
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == [name: [1]])
    }
  }

  @Test func `folders and single objects are chosen together`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["dir/a": [1], "dir/b/c": [2], "dirx": [3], "one": [4], "other": [5]])
      let result = try await bench.mover().run(
        try bench.order(keys: ["dir/", "one"], folder: "in/to/"))
      #expect(result.progress.objects == ObjectCounts(total: 3, succeeded: 3))
      #expect(
        try bench.objects() == ["in/to/dir/a": [1], "in/to/dir/b/c": [2], "in/to/one": [4]])
    }
  }

  @Test func `a prefix chooses all names that begin with it`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["p/abc": [1], "p/abd/x": [2], "p/b": [3], "ab": [4], "[z]1": [5], "z": [6]])
      let result = try await bench.mover().run(bench.order(keys: ["p/ab", "[z]"], kind: .prefix))
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == ["p/abc": [1], "p/abd/x": [2], "[z]1": [5]])
    }
  }

  @Test(arguments: [[], [""], ["/"]])
  func `no key means the whole bucket`(keys: [String]) async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b/c": [2]])
      let result = try await bench.mover().run(bench.order(keys: keys))
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 2))
    }
  }

  @Test func `what is there already is skipped`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1, 1], "b": [2, 2, 2]])
      _ = try await bench.mover().run(bench.order("first", keys: ["a"]))
      let result = try await bench.mover().run(bench.order("second"))
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 1, skipped: 1))
      #expect(result.progress.totalBytes == 5)
      #expect(result.progress.realBytes == 3)
      #expect(result.progress.completedBytes == 3)
    }
  }

  @Test func `a newer object of another size at the destination is replaced`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1, 2, 3], "same": [5]])
      try bench.put(["a": [9], "same": [5]], in: "destination/to")
      let result = try await bench.mover().run(bench.order())
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == ["a": [1, 2, 3], "same": [5]])
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 1, skipped: 1))
      #expect(result.progress.realBytes == 3)
    }
  }

  @Test func `only the named objects are moved when failed ones run again`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b": [2], "dir/c ": [3]])
      var order = try bench.order()
      order.onlyObjects = try bench.list(["a", "dir/c ", "gone"])
      let result = try await bench.mover().run(order)
      #expect(try bench.objects() == ["a": [1], "dir/c ": [3]])
      #expect(result.progress.objects == ObjectCounts(total: 3, succeeded: 2, failed: 1))
      #expect(try order.failedNames == ["gone"])
      #expect(result.code == "TRF.0156")
    }
  }

  @Test func `a local directory is moved to a store`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["x/y": randomBytes(5000)])
      var order = try bench.order()
      order.source = try bench.localEnd("source/from", as: .source)
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == bench.objects(in: "source/from"))
    }
  }

  @Test func `a second run over local copies skips them all`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["x": [1], "y": [2]])
      _ = try await bench.mover().run(bench.localOrder("first", destination: "copy"))
      let result = try await bench.mover().run(bench.localOrder("second", destination: "copy"))
      #expect(result.end == .succeeded)
      #expect(result.progress.objects == ObjectCounts(total: 2, skipped: 2))
    }
  }

  @Test func `a remote of the user's own configuration is used`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "b/c": [2]])
      let configuration = bench.root.appending("rclone.conf").string
      try Data("[mine]\ntype = alias\nremote = \(bench.root)/source\n".utf8)
        .write(to: URL(filePath: configuration))
      var order = try bench.order()
      order.source = try MoveEnd(
        StorageLocation(provider: "Rclone", bucket: "mine:from"), as: .source)
      let environment = ["PATH": "/usr/bin:/bin", "RCLONE_CONFIG": configuration]
      let result = try await bench.mover(environment: environment).run(order)
      #expect(result.end == .succeeded)
      #expect(try bench.objects() == ["a": [1], "b/c": [2]])
    }
  }

  @Test func `a folder that is called oms is copied like any other, in one bucket too`()
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "oms/task/x": [2]])
      var order = try bench.order(keys: ["a", "oms/"])
      order.destination = order.source
      try order.destination.change(as: .destination) { $0.keys = ["backup"] }
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded)
      #expect(try bench.objects(in: "source/from/backup") == ["a": [1], "oms/task/x": [2]])
    }
  }
}
