import Foundation
import SystemPackage
import TestServers
import Testing

/// How objects are moved, where a task of v2 chooses that.
struct ChoiceTests {
  /// Moves `one` and `two` over an older `one` of another size and a `two` of the same size that is newer,
  /// and says what is there then.
  private static func move(_ words: [String]) async throws -> (one: String?, two: String?) {
    try await FerryHome.with { home in
      for (path, text, age) in [
        ("from/one", "new one", 10.0), ("from/two", "new two", 20), ("to/one", "old", 30),
        ("to/two", "old two", 5),
      ] {
        let file = URL(filePath: home.path(path))
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes(
          [.modificationDate: Date().addingTimeInterval(-age * 86400)], ofItemAtPath: file.path)
      }
      let bench = ListBench(home: home, api: "v2")
      let id = try await bench.create(
        ["--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))"] + words)
      let end = try await bench.end(id)
      #expect(end.state == "succeeded" && end.total_objects == 2, "\(end)")
      func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: home.path("to/\(name)")).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      return (text("one"), text("two"))
    }
  }

  @Test(arguments: [
    ("changed", "new one", "old two"), ("checksum", "new one", "old two"),
    ("never", "old", "old two"), ("always", "new one", "new two"),
  ])
  func `what is there already is replaced as the task says`(
    mode: String, one: String, two: String
  ) async throws {
    let there = try await Self.move(["--overwrite", mode])
    #expect(there.one == one && there.two == two, "\(there)")
  }

  @Test func `a copy that differs fails a task that is checked by checksums, until it is mended`()
    async throws
  {
    try await FerryHome.with { home in
      let prints = try home.write(3, files: 1000, below: "from")
      let to = home.directory.appending("to")
      // Newer, and of the same size: neither tells the difference.
      try FileTree.write(
        [UInt8](repeating: 7, count: 1000), to: Array("d1/object 1".utf8), below: to)
      let bench = ListBench(home: home, api: "v2")
      let places = ["--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))"]
      let unchecked = try await bench.end(try await bench.create(places))
      #expect(unchecked.state == "succeeded", "\(unchecked)")

      let id = try await bench.create(places + ["--check", "checksum"])
      let failed = try await bench.end(id)
      #expect(failed.state == "failed" && failed.failed_objects == 1, "\(failed)")
      #expect(try await bench.failed(id) == ["d1/object 1": "The checksums differ (md5)."])
      let shown = try await home.ferry("show", id, "--api", "v2")
      #expect(shown.output.contains("TRF.0062"), "\(shown.output)")

      try await bench.start(id, "--failed-only")
      let mended = try await bench.end(id)
      #expect(mended.state == "succeeded" && mended.failed_objects == 0, "\(mended)")
      #expect(try FileTree.prints(below: to) == prints)
    }
  }

  @Test func `a storage class, metadata and who pays are said to the stores`() async throws {
    let content = Array("some text".utf8)
    let store = RecordingStore(["/from/a.txt": content])
    try await LoopbackServer.serving(store) { server in
      try await FerryHome.with { home in
        let keys = ["SOURCE_AK", "SOURCE_SK", "DESTINATION_AK", "DESTINATION_SK"]
        let bench = ListBench(
          home: home, api: "v2",
          keys: Dictionary(uniqueKeysWithValues: keys.map { ("FERRY_" + $0, "a key of a store") }))
        let id = try await bench.create([
          "--from", "s3://from?endpoint=\(server)", "--to", "s3://to?endpoint=\(server)",
          "--storage-class", "archive", "--metadata", "--requester-pays", "--check",
          "checksum",
        ])
        let end = try await bench.end(id)
        #expect(end.state == "succeeded" && end.succeeded_objects == 1, "\(end)")
        #expect(store.objects["/to/a.txt"] == content)
        let put = try #require(store.seen("PUT").last)
        #expect(put["x-amz-storage-class"] == "GLACIER")
        #expect(put["x-amz-meta-color"] == "red")
        let read = try #require(store.seen("GET").last { $0.line == "GET /from/a.txt" })
        #expect(read["x-amz-request-payer"] == "requester")
        #expect(put["x-amz-request-payer"] == nil)
      }
    }
  }

  @Test(arguments: [
    ["--storage-class", "deep-archive"], ["--storage-class", "source"], ["--requester-pays"],
  ])
  func `what a place has no word for is refused by name`(words: [String]) async throws {
    try await FerryHome.with { home in
      let refused = try await home.ferry(
        [
          "create", "--api", "v2", "--from", "local:\(home.path("from"))", "--to",
          "local:\(home.path("to"))",
        ] + words)
      #expect(refused.status == 1 && refused.error.contains("OMS.0001"), "\(refused.error)")
    }
  }
}
