import Foundation
import Glibc
import SystemPackage
import Testing

/// Tasks whose objects are named by a list in a bucket at the destination's side.
struct ListTaskTests {
  private static func with(
    objects: Int, api: String, _ body: (ListBench, Stores, [String]) async throws -> Void
  ) async throws {
    try await FerryHome.with { home in
      try await Stores.with(in: home, objects: objects) { stores in
        let bench = ListBench(home: home, api: api, keys: stores.keys)
        try await body(
          bench, stores,
          [
            "--from", stores.from, "--to", stores.to, "--type", "list", "--list-file",
            "archive/lists/june.txt",
          ])
      }
    }
  }

  private static func write(
    list: [String], _ stores: Stores, file: String = "june.txt"
  ) throws {
    let directory = stores.root.appending("destination/archive/lists")
    try FileManager.default.createDirectory(
      atPath: directory.string, withIntermediateDirectories: true)
    // Without an end of the last line, as editors leave it.
    try Data(list.joined(separator: "\r\n").utf8)
      .write(to: URL(filePath: directory.appending(file).string))
  }

  @Test(arguments: ["v1", "v2"])
  func `the objects that a list names arrive, and what is not there is told and tried again`(
    api: String
  ) async throws {
    try await Self.with(objects: 20, api: api) { bench, stores, words in
      let named = (0..<12).map { "object%20\($0).bin" }
      try Self.write(list: named + ["", "later.bin", "object%200.bin"], stores)
      let id = try await bench.create(words)
      let first = try await bench.end(id)
      #expect(first.state == "failed" && first.total_objects == 13)
      #expect(first.succeeded_objects == 12 && first.failed_objects == 1)
      #expect(try await bench.failed(id).keys.sorted() == ["later.bin"])

      let file = stores.root.appending("source/photos/later.bin").string
      try Data("later".utf8).write(to: URL(filePath: file))
      try await waitUntil("the object in the bucket") {
        let listed = try await bench.home.ferry(
          ["ls", stores.from.replacing("?", with: "/?")], environment: bench.keys)
        return listed.output.contains("later.bin")
      }
      try await bench.start(id, "--failed-only")
      let last = try await bench.end(id)
      #expect(last.state == "succeeded" && last.succeeded_objects == 13)
      let (sent, arrived) = try stores.checksums()
      #expect(arrived.count == 13 && arrived.allSatisfy { sent[$0.key] == $0.value })
    }
  }

  @Test func `a list goes on after a stop and after a kill, and everything is counted once`()
    async throws
  {
    try await Self.with(objects: 400, api: "v2") { bench, stores, words in
      try Self.write(list: (0..<400).map { "object%20\($0).bin" }, stores)
      let id = try await bench.create(words)
      try await bench.reach(id) { $0.succeeded_objects >= 40 }
      let stopped = try await bench.home.ferry("stop", id, "--yes", "--wait", "--api", "v2")
      #expect(stopped.status == 0, "\(stopped.error)")
      let halfway = try await bench.task(id)
      #expect(halfway.state == "stopped" && halfway.failed_objects == 0)
      #expect(halfway.succeeded_objects < 400)

      try await bench.start(id)
      try await bench.reach(id) { $0.state == "running" && $0.succeeded_objects >= 80 }
      for service in bench.home.services { kill(service, SIGKILL) }
      let end = try await bench.end(id)
      #expect(end.state == "succeeded" && end.failed_objects == 0)
      #expect(end.total_objects == 400)
      #expect(end.succeeded_objects + end.skipped_objects == 400)
      let (sent, arrived) = try stores.checksums()
      #expect(arrived == sent)
    }
  }

  @Test(
    arguments: [
      ("", "lists/june.txt", "TRF.0017"), (nil, "lists/june.txt", "TRF.0013"),
      ("a", "lists", "TRF.0013"), (nil, "lists/", "TRF.0013"),
    ] as [(String?, String, String)])
  func `a list that is empty, not there or a folder fails the task with its own code`(
    list: String?, file: String, code: String
  ) async throws {
    try await Self.with(objects: 1, api: "v1") { bench, stores, words in
      if let list { try Self.write(list: [list], stores) }
      let id = try await bench.create(words.dropLast() + ["archive/\(file)"])
      let end = try await bench.end(id)
      #expect(end.state == "failed")
      let shown = try await bench.home.ferry("show", id)
      #expect(shown.output.contains(code), "\(shown.output)")
    }
  }

  @Test func `the lists of a folder are read one after the other, and as many as were announced`()
    async throws
  {
    try await Self.with(objects: 9, api: "v2") { bench, stores, words in
      let names = (0..<9).map { "object%20\($0).bin" }
      try Self.write(list: Array(names[..<5]), stores)
      try Self.write(list: Array(names[5...]) + ["gone.bin"], stores, file: "july.txt")
      let folder = words.dropLast() + ["archive/lists/", "--list-files"]
      let id = try await bench.create(folder + ["2"])
      let end = try await bench.end(id)
      #expect(end.state == "failed" && end.total_objects == 10 && end.succeeded_objects == 9)
      #expect(try await bench.failed(id).keys.sorted() == ["gone.bin"])
      let (sent, arrived) = try stores.checksums()
      #expect(arrived == sent)

      let short = try await bench.create(folder + ["3"])
      #expect(try await bench.end(short).state == "failed")
      let shown = try await bench.home.ferry("show", short, "--api", "v2")
      #expect(shown.output.contains("2 list files, and not 3"), "\(shown.output)")
      let refused = try await bench.home.ferry(
        ["create", "--api", "v2"] + words + ["--list-files", "2"], environment: bench.keys)
      #expect(refused.status == 1 && refused.error.contains("list_file_num"), "\(refused.error)")
    }
  }

  @Test(arguments: ["v1", "v2"])
  func `of what a list names only what has changed since is moved, and the rest is counted`(
    api: String
  ) async throws {
    try await Self.with(objects: 6, api: api) { bench, stores, words in
      for number in 0..<3 {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000)],
          ofItemAtPath: stores.root.appending("source/photos/object \(number).bin").string)
      }
      let named = (0..<6).map { "object%20\($0).bin" }
      try Self.write(list: named + ["gone.bin"], stores)
      let id = try await bench.create(words + ["--since", "2025-01-01"])
      let end = try await bench.end(id)
      #expect(end.state == "failed" && end.total_objects == 7, "\(end)")
      #expect(end.succeeded_objects == 3 && end.skipped_objects == 3, "\(end)")
      #expect(try await bench.failed(id).keys.sorted() == ["gone.bin"])
      let (sent, arrived) = try stores.checksums()
      #expect(arrived == sent.filter { ["3", "4", "5"].contains($0.key.dropLast(4).suffix(1)) })
    }
  }

  @Test(arguments: ["june.txt", ""])
  func `a list in a directory, or all that lie there, names files of a directory`(
    file: String
  ) async throws {
    try await FerryHome.with { home in
      let files = try home.write(9, files: 1000, below: "from")
      let names = files.count
      let list = (0..<names).map { "d\($0 % 3)/object%20\($0)" }.joined(separator: "\n") + "\n"
      try FileManager.default.createDirectory(
        atPath: home.path("lists"), withIntermediateDirectories: true)
      try Data(list.utf8).write(to: URL(filePath: home.path("lists/june.txt")))
      let bench = ListBench(home: home, api: "v2")
      let id = try await bench.create([
        "--from", "local:\(home.path("from"))", "--to", "local:\(home.path("to"))", "--type",
        "list", "--list-file", home.path("lists") + "/\(file)",
      ])
      let end = try await bench.end(id)
      #expect(end.state == "succeeded" && end.succeeded_objects == 9)
      #expect(try FileTree.prints(below: home.directory.appending("to")) == files)
    }
  }
}
