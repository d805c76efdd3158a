import FoundationEssentials
import SystemPackage
import Testing

@testable import Migration
@testable import MigrationService

/// A source, listed by the real rclone as a task would list it.
struct SourceListingTests {
  private static let files = [
    "a/one.bin": 1000, "a/b/two.bin": 200, "a/b/tab and [braces]*.bin": 30, "照片/三.jpg": 4,
    "top.txt": 5,
  ]

  private func with(
    _ body: (MoverBench, SourceListing) async throws -> Void
  ) async throws {
    try await MoverBench.with { bench in
      for (name, size) in Self.files {
        let path = bench.root.appending("source/from").pushing(FilePath(name))
        try FileManager.default.createDirectory(
          atPath: path.removingLastComponent().string, withIntermediateDirectories: true)
        try Data(repeating: 7, count: size).write(to: URL(filePath: path.string))
      }
      try await body(bench, SourceListing(program: bench.program))
    }
  }

  private func task(
    _ bench: MoverBench, keys: [String] = [], kind: TaskKind = .object, isLocal: Bool = false
  ) -> Migration.NewTask {
    let store = StorageLocation(
      provider: "S3", region: bench.source.endpoint, bucket: "from", keys: keys)
    let directory = StorageLocation(
      provider: "Local", bucket: bench.root.appending("source/from").string, keys: keys)
    return Migration.NewTask(
      kind: kind, source: isLocal ? directory : store,
      destination: StorageLocation(provider: "Local", bucket: "/nowhere"),
      keys: TransferKeys(source: MoverBench.sourceKeys))
  }

  @Test(arguments: [true, false])
  func `a whole source is counted`(isLocal: Bool) async throws {
    try await with { bench, listing in
      var last = SourceTally()
      let tally = try await listing.count(task(bench, isLocal: isLocal)) { last = $0 }
      #expect(tally.objects == 5 && tally.bytes == 1239 && tally.missing.isEmpty)
      #expect(last == tally)
    }
  }

  @Test(
    arguments: [
      (["a/"], TaskKind.object, 3, 1230, []), (["top.txt", "a/b/"], .object, 3, 235, []),
      (["a/b/t"], .prefix, 2, 230, []), (["照"], .prefix, 1, 4, []),
      (["a/b/tab and [braces]*.bin", "none", "a/none"], .object, 1, 30, ["a/none", "none"]),
      (["none/"], .object, 0, 0, []),
    ] as [([String], TaskKind, Int64, Int64, [String])])
  func `only what is meant is counted, and what was named and is not there is told`(
    keys: [String], kind: TaskKind, objects: Int64, bytes: Int64, missing: [String]
  ) async throws {
    try await with { bench, listing in
      let tally = try await listing.count(task(bench, keys: keys, kind: kind)) { _ in }
      #expect(tally.objects == objects)
      #expect(tally.bytes.rawValue == bytes)
      #expect(tally.missing == missing)
    }
  }

  @Test func `what has not changed since is not counted`() async throws {
    try await with { bench, listing in
      var later = task(bench)
      later.settings.changedSince = Date().addingTimeInterval(3600)
      let tally = try await listing.count(later) { _ in }
      #expect(tally.objects == 0)
    }
  }

  @Test func `wrong keys and a bucket that is not there are told with their codes`() async throws {
    try await with { bench, listing in
      var wrong = task(bench)
      wrong.keys.source = StorageKeys(accessKey: "reader", secretKey: Secret("wrong"))
      let keys = await #expect(throws: MoverProblem.self) {
        try await listing.count(wrong) { _ in }
      }
      #expect(keys?.code == "TRF.0151" || keys?.code == "TRF.0057")
      #expect(keys?.description.contains("wrong") == false)
      var missing = task(bench)
      missing.source.bucket = "no-such-bucket"
      let bucket = await #expect(throws: MoverProblem.self) {
        try await listing.count(missing) { _ in }
      }
      #expect(bucket?.code == "TRF.0155")
      #expect(bucket?.description == "The bucket at the source does not exist.")
      var gone = task(bench, isLocal: true)
      gone.source.bucket += "/gone"
      let directory = await #expect(throws: MoverProblem.self) {
        try await listing.count(gone) { _ in }
      }
      #expect(directory?.code == "TRF.0155")
      #expect(
        directory?.description == "The directory “\(gone.source.bucket)” does not exist.")
    }
  }

  @Test func `a listing that is called off ends, and its rclone with it`() async throws {
    try await with { bench, listing in
      let work = Task { try await listing.count(task(bench)) { _ in } }
      work.cancel()
      await #expect(throws: (any Error).self) { try await work.value }
    }
  }

  @Test func `a folder shows what is in it and no more, with the keys of the bucket`() async throws
  {
    try await with { bench, listing in
      var place = task(bench).source
      let top = try await listing.folder(place, keys: MoverBench.sourceKeys)
      #expect(top.map(\.key) == ["a/", "top.txt", "照片/"])
      #expect(top.map(\.size) == [nil, 5, nil])
      place.keys = ["a/b/"]
      let inner = try await listing.folder(place, keys: MoverBench.sourceKeys)
      #expect(inner.map(\.key) == ["a/b/tab and [braces]*.bin", "a/b/two.bin"])
      #expect(inner.map(\.size) == [30, 200])
    }
  }

  @Test func `a part of a folder is told, with the place to go on`() async throws {
    try await with { bench, listing in
      let place = task(bench).source
      let first = try await listing.page(
        place, keys: MoverBench.sourceKeys, FolderLook(limit: 2))
      #expect(first.objects.map(\.key) == ["a/", "top.txt"] && first.nextMarker == "top.txt")
      let rest = try await listing.page(
        place, keys: MoverBench.sourceKeys, FolderLook(after: "top.txt", limit: 2))
      #expect(rest.objects.map(\.key) == ["照片/"] && rest.nextMarker == nil)
    }
  }

  @Test func `a directory or a bucket that is not there is told apart from one that is refused`()
    async throws
  {
    try await with { bench, listing in
      var directory = task(bench, isLocal: true).source
      directory.keys = ["none/"]
      var bucket = task(bench).source
      bucket.bucket = "none"
      let names = ["The directory “\(directory.bucket)/none”", "The bucket “none”"]
      for (place, keys, name) in [
        (directory, nil, names[0]), (bucket, MoverBench.sourceKeys, names[1]),
      ] {
        let missing = await #expect(throws: MoverProblem.self) {
          try await listing.folder(place, keys: keys)
        }
        #expect(missing?.isAbsence == true)
        #expect(missing?.description == "\(name) does not exist.")
      }
      let wrong = await #expect(throws: MoverProblem.self) {
        try await listing.folder(
          task(bench).source, keys: StorageKeys(accessKey: "reader", secretKey: Secret("wrong")))
      }
      #expect(wrong?.isAbsence == false)
    }
  }

  @Test func `a directory that is a link out of its roots is not looked into`() async throws {
    try await with { bench, listing in
      let link = bench.root.appending("source/link").string
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc")
      let place = StorageLocation(provider: "Local", bucket: link)
      let roots = [LocalPath.resolved(bench.root)]
      await #expect(throws: MoverProblem.self) {
        try await listing.page(place, keys: nil, FolderLook(roots: roots))
      }
    }
  }

  @Test func `an account shows its buckets`() async throws {
    try await with { bench, listing in
      let account = StorageLocation(provider: "S3", region: bench.source.endpoint)
      let buckets = try await listing.buckets(account, keys: MoverBench.sourceKeys)
      #expect(buckets == ["from"])
    }
  }

  @Test(arguments: [
    ("http://a.test/1\tone\n", nil), ("http://a.test/1\tone\nno address", "line 2"),
    ("\n\n", "empty"),
  ])
  func `a list of addresses is read as a task would read it`(
    text: String, fault: String?
  ) async throws {
    try await with { bench, listing in
      try bench.put(["lists/urls.txt": Array(text.utf8)])
      let place = StorageLocation(provider: "S3", region: bench.source.endpoint, bucket: "from")
      let found = try await listing.faultOfAddresses(
        "lists/urls.txt", in: place, keys: MoverBench.sourceKeys)
      #expect(fault.map { found?.contains($0) == true } ?? (found == nil), "\(found ?? "")")
      await #expect(throws: MoverProblem.self) {
        try await listing.faultOfAddresses(
          "lists/none.txt", in: place, keys: MoverBench.sourceKeys)
      }
    }
  }
}
