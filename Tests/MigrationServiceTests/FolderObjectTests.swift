import AsyncHTTPClient
import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// Folder objects and other things that rclone passes over.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct FolderObjectTests {
  private static let objects: [String: [UInt8]] = [
    "a": [1], "full/": [], "full/b": [2], "empty/": [], "empty/deep/": [],
  ]

  @Test func `folder objects arrive at another store and count`() async throws {
    try await MoverBench.with { bench in
      let destination = FolderStore([:])
      try await FolderStore(Self.objects).serve { source in
        try await destination.serve { target in
          var order = try bench.order()
          (order.source, order.destination) = (source, target)
          try order.destination.change(as: .destination) { $0.keys = ["copy/"] }
          let result = try await bench.mover().run(order)
          #expect(result.end == .succeeded)
          #expect(result.progress.objects == ObjectCounts(total: 5, succeeded: 5))
          let arrived = destination.objects
          #expect(arrived.count == 5)
          #expect(Self.objects.allSatisfy { arrived["copy/" + $0.key] == $0.value })
          var again = order
          again.directory = bench.root.appending("again")
          let second = try await bench.mover().run(again)
          #expect(second.progress.objects == ObjectCounts(total: 5, skipped: 5))
          again.directory = bench.root.appending("resumed")
          again.earlier = [order.directory]
          let resumed = try await bench.mover().run(again)
          #expect(resumed.progress.objects == ObjectCounts(total: 5, succeeded: 5))
        }
      }
    }
  }

  @Test func `a source that refuses to be listed a second time is told`() async throws {
    try await MoverBench.with { bench in
      try await FolderStore(["a": [1]], listsForRcloneOnly: true).serve { source in
        var order = try bench.localOrder("run", destination: "copy")
        order.source = source
        let result = try await bench.mover().run(order)
        #expect(result.end == .succeeded)
        #expect(result.auditRefusal == 403)
      }
      try await FolderStore(["a": [1]]).serve { source in
        var order = try bench.localOrder("second", destination: "copy")
        order.source = source
        let result = try await bench.mover().run(order)
        #expect(result.auditRefusal == nil)
      }
    }
  }

  @Test func `folder objects become directories`() async throws {
    try await MoverBench.with { bench in
      try await FolderStore(Self.objects).serve { source in
        var order = try bench.localOrder("run", destination: "copy")
        order.source = source
        try order.source.change(as: .source) { $0.keys = ["empty/", "a"] }
        let result = try await bench.mover().run(order)
        #expect(result.end == .succeeded)
        #expect(result.progress.objects == ObjectCounts(total: 3, succeeded: 3))
        let copy = bench.root.appending("copy").string
        #expect(
          try FileManager.default.subpathsOfDirectory(atPath: copy).sorted() == [
            "a", "empty", "empty/deep",
          ])
      }
    }
  }

  @Test func `folders in folders have all arrived, whoever makes them first`() async throws {
    try await MoverBench.with { bench in
      let keys = (1...6).map { String(repeating: "deeper/", count: $0) }
      for number in 0..<50 {
        let order = try bench.localOrder("run", destination: "copy-\(number)")
        let made = try await FolderObjects(order, client: .shared).make(keys)
        #expect(made == keys.map { _ in .arrived })
      }
    }
  }

  @Test func `a folder object that cannot be made has failed, with the reason`() async throws {
    try await MoverBench.with { bench in
      try bench.put(["empty": [9]], in: "copy")
      try await FolderStore(["a": [1], "empty/": []]).serve { source in
        var order = try bench.localOrder("run", destination: "copy")
        order.source = source
        let result = try await bench.mover().run(order)
        #expect(result.code == "TRF.9003")
        #expect(
          try order.unmoved(.failed) == [
            UnmovedObject("empty/", "There is a file of that name.")
          ])
        #expect(result.progress.objects == ObjectCounts(total: 2, succeeded: 1, failed: 1))
        try FileManager.default.removeItem(atPath: bench.root.appending("copy/empty").string)
        var again = order
        again.directory = bench.root.appending("again")
        again.onlyObjects = try bench.list(["empty/"])
        let second = try await bench.mover().run(again)
        #expect(second.end == .succeeded)
        #expect(second.progress.objects == ObjectCounts(total: 1, succeeded: 1))
      }
    }
  }

  @Test func `a real store answers with every name, page by page, and refuses wrong keys`()
    async throws
  {
    try await MoverBench.with { bench in
      let names = ["sp ace", "plus+&=", "中文/名字", "a<b>&'\"c", "per%2Fcent", "e\u{301}"]
      try bench.put(Dictionary(uniqueKeysWithValues: names.map { ($0, [1, 2]) }))
      try bench.put(Dictionary(uniqueKeysWithValues: (0..<2500).map { ("many/\($0)", [3]) }))
      var end = try bench.order().source
      let bucket = try #require(S3Bucket(end, client: .shared))
      var listed: [S3ListPage.Object] = []
      try await bucket.list("") { listed += $0 }
      #expect(Set(listed.map { Array($0.key.utf8) }).isSuperset(of: names.map { Array($0.utf8) }))
      #expect(listed.count == 2506)
      #expect(listed.first { $0.key == "sp ace" }?.size == 2)
      #expect(try await bucket.has("sp ace"))
      #expect(try await !bucket.has("nothing"))
      end.keys = StorageKeys(accessKey: "reader", secretKey: Secret("wrong"))
      let stranger = try #require(S3Bucket(end, client: .shared))
      await #expect(throws: S3Bucket.Refused(status: 403)) { try await stranger.list("") { _ in } }
    }
  }

  @Test(arguments: [
    ("<a><b>x&amp;y</b><c/><b>&#65;&#x42;&lt;</b></a>", ["b=x&y", "b=AB<"]),
    ("<a><b z='1'>1</b>", ["b=1"]), ("", []), ("<<<>>>", []), ("no tags & no end", []),
    ("<a>&unknown; &</a>", ["a=&unknown; &"]),
  ])
  func `the leaves of a document are found, also of a broken one`(text: String, leaves: [String]) {
    #expect(XMLLeaves(Array(text.utf8)).map { "\($0.name)=\($0.text)" } == leaves)
  }
}
