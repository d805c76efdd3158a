import FoundationEssentials
import Glibc
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Nothing is left out without a word.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct LosslessTests {
  @Test func `what is no file is left out with its reason, and the task does not say it succeeded`()
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put(["a": [1], "sub/b": [2]])
      let source = bench.root.appending("source/from").string
      #expect(symlink("sub", source + "/album") == 0)
      #expect(symlink("nowhere", source + "/sub/cover") == 0)
      #expect(mkfifo(source + "/pipe", 0o600) == 0)
      let result = try await bench.mover().run(bench.localOrder("run", destination: "copy"))
      #expect(result.progress.objects == ObjectCounts(total: 5, succeeded: 2, skipped: 3))
      let leftOut = try bench.localOrder("run", destination: "copy").unmoved(.leftOut)
      #expect(leftOut.map(\.name).sorted() == ["album", "pipe", "sub/cover"])
      #expect(leftOut.allSatisfy { $0.reason.contains("link") || $0.name == "pipe" })
      #expect(result.code == "TRF.9001")
      #expect(result.message.contains("left out"))
      #expect(try bench.objects(in: "copy") == ["a": [1], "sub/b": [2]])
    }
  }

  @Test func `links outside of what was chosen are nobody's business`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["a/x": [1], "b/y": [2]])
      #expect(symlink("x", bench.root.appending("source/from").string + "/b/link") == 0)
      var order = try bench.localOrder("run", destination: "copy")
      try order.source.change(as: .source) { $0.keys = ["a/"] }
      let result = try await bench.mover().run(order)
      #expect(result.end == .succeeded)
    }
  }

  @Test func `names that are no UTF-8 are told apart and arrive as they are`() async throws {
    try await MoverBench.with { bench in
      let source = bench.root.appending("source/from").string
      let names: [[UInt8]] = [[0x62, 0xFF, 0x63], [0x62, 0xFE, 0x63], [0xC3], [0x64]]
      for name in names {
        let path =
          (source + "/").utf8.map { CChar(bitPattern: $0) }
          + name.map { CChar(bitPattern: $0) } + [0]
        let file = open(path, O_CREAT | O_WRONLY, 0o600)
        #expect(file >= 0)
        close(file)
      }
      let result = try await bench.mover().run(bench.localOrder("run", destination: "copy"))
      #expect(result.end == .succeeded)
      #expect(result.progress.objects == ObjectCounts(total: 4, succeeded: 4))
      var arrived: [[UInt8]] = []
      for entry in DirectoryWalk(bench.root.appending("copy")) { arrived.append(entry.name) }
      #expect(Set(arrived) == Set(names))
    }
  }

  @Test(arguments: ["\u{201B}x", "x\u{201B}", "d\u{201B}/y", "\u{2400}", "\u{FF0E}\u{FF0E}/z"])
  func `a name with one of rclone's own marks in it is a name like any other`(name: String)
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put([name: [1]])
      let result = try await bench.mover().run(bench.localOrder("run", destination: "copy"))
      #expect(result.end == .succeeded)
      #expect(result.progress.objects == ObjectCounts(total: 1, succeeded: 1))
      #expect(try bench.objects(in: "copy") == [name: [1]])
    }
  }

  @Test func `two forms of one letter are two objects, beside each other and across`() async throws
  {
    try await MoverBench.with { bench in
      // Two keys, though they are one to a dictionary.
      try bench.put(["cafe\u{301}": [1, 2]])
      try bench.put(["caf\u{E9}": [3]])
      try bench.put(["nai\u{308}ve": [4]])
      try bench.put(["na\u{EF}ve": [5]], in: "copy")
      let result = try await bench.mover().run(bench.localOrder("run", destination: "copy"))
      #expect(result.end == .succeeded)
      #expect(result.progress.objects == ObjectCounts(total: 3, succeeded: 3))
      var arrived = Set<[UInt8]>()
      for entry in DirectoryWalk(bench.root.appending("copy")) { arrived.insert(entry.name) }
      #expect(arrived.count == 4)
    }
  }

  @Test(arguments: [
    "short", String(repeating: "n", count: 180), String(repeating: "\u{E9}", count: 120),
  ])
  func `an object that cannot take its place is one object, under its own name`(name: String)
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put([name: [1], "other": [2]])
      try bench.put(["\(name)/in the way": [3]], in: "copy")
      let result = try await bench.mover().run(bench.localOrder("run", destination: "copy"))
      #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 1, failed: 1))
      let failed = try bench.localOrder("run", destination: "copy").unmoved(.failed)
      #expect(failed.map(\.name) == [name])
      #expect(failed.first?.reason.contains("rename") == true)
      #expect(!result.message.contains("ferry-part"))
    }
  }

  @Test func `keys that begin with a slash or have empty names in them arrive or have failed`()
    async throws
  {
    try await MoverBench.with { bench in
      try bench.put(["a": [1]])
      var order = try bench.order(keys: ["a", "/lead", "b//c"])
      order.kind = .object
      let result = try await bench.mover().run(order)
      let objects = result.progress.objects
      #expect(objects.total == objects.succeeded + objects.failed + objects.skipped)
      #expect(objects.total == 3)
      #expect(try order.failedNames.sorted() == ["/lead", "b//c"])
    }
  }
}
