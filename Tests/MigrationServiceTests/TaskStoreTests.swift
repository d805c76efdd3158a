import Foundation
import GRDB
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

struct TaskStoreTests {
  private static let keys = TransferKeys(
    source: StorageKeys(accessKey: "VERYOWNAK", secretKey: Secret("VERY-OWN-SECRET")),
    destination: nil)

  private static func task(_ id: Int64, project: String = "p", state: TaskState = .initialising)
    -> StoredTask
  {
    var shown = ShownSettings()
    shown.topic = "news"
    shown.customDomain = CustomDomain(
      protocolName: "https", domain: "cdn.example", authentication: "NONE")
    let definition = TaskDefinition(
      kind: .prefix,
      source: StorageLocation(
        provider: "AWS", region: "eu-1", bucket: "b", keys: ["a\u{1B}[31m", "ü\u{202E}"]),
      destination: StorageLocation(provider: "S3", region: "http://h:1", bucket: "c", keys: ["d/"]),
      threads: 7, description: "words",
      bandwidth: [BandwidthWindow(start: "00:00", end: "01:00", maxBandwidth: 10_737_418_240)],
      changedSince: Date(timeIntervalSince1970: 1_704_067_200), shown: shown)
    var task = StoredTask(
      id: TaskID(rawValue: id), project: project, name: "n\(id)", definition: definition)
    task.state = state
    return task
  }

  private static func mode(_ path: FilePath) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path.string)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  @Test func `a task comes back from disk as it went there`() throws {
    try TemporaryDirectory.with { directory in
      let task = Self.task(1)
      try TaskStore(directory: directory.path).insert(task, keys: Self.keys, at: Date())
      let reopened = try TaskStore(directory: directory.path)
      #expect(try reopened.task(task.id) == task)
      #expect(try reopened.keys(of: task.id) == Self.keys)
    }
  }

  @Test func `a write is on the disk before it returns`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.insert(Self.task(1), keys: Self.keys, at: Date())
      let (mode, journal) = try store.pool.writeWithoutTransaction { db in
        (
          try Int.fetchOne(db, sql: "PRAGMA synchronous"),
          try String.fetchOne(db, sql: "PRAGMA journal_mode")
        )
      }
      #expect(mode == 2)
      #expect(journal == "wal")
    }
  }

  @Test func `everything is for its owner alone`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.insert(Self.task(1), keys: Self.keys, at: Date())
      for name in try FileManager.default.contentsOfDirectory(atPath: directory.path.string) {
        #expect(try Self.mode(directory.path.appending(name)) == 0o600, "\(name)")
      }
    }
  }

  @Test func `no key stands in any file`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.insert(Self.task(1), keys: Self.keys, at: Date())
      for name in try FileManager.default.contentsOfDirectory(atPath: directory.path.string) {
        let bytes = try Data(contentsOf: URL(filePath: directory.path.appending(name).string))
        #expect(bytes.range(of: Data("VERY-OWN-SECRET".utf8)) == nil, "\(name)")
        #expect(bytes.range(of: Data("VERYOWNAK".utf8)) == nil, "\(name)")
      }
    }
  }

  @Test func `an ended task has no keys any more`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.insert(Self.task(1), keys: Self.keys, at: Date())
      try store.end(Self.task(1, state: .stopped))
      #expect(try store.keys(of: TaskID(rawValue: 1)) == nil)
    }
  }

  @Test func `keys open for their own task alone`() throws {
    try TemporaryDirectory.with { directory in
      let vault = try KeyVault(file: directory.path.appending("k"))
      let sealed = try vault.seal(Self.keys, for: TaskID(rawValue: 1))
      #expect(vault.open(sealed, for: TaskID(rawValue: 1)) == Self.keys)
      #expect(vault.open(sealed, for: TaskID(rawValue: 2)) == nil)
    }
  }

  @Test func `a key file that is none is refused and not replaced`() throws {
    try TemporaryDirectory.with { directory in
      try directory.write("not a key", to: "service.key")
      #expect(throws: StoreProblem.self) { try TaskStore(directory: directory.path) }
    }
  }

  @Test func `failed objects come back in their order and are replaced`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.insert(Self.task(1), keys: Self.keys, at: Date())
      var task = Self.task(1, state: .failed)
      task.failure = TaskFailure(code: "TRF.0062", message: "no")
      let failed = ["z", "a", "\u{1B}x"].map { UnmovedObject($0, "No \($0).") }
      try store.end(task, failedObjects: failed, leftOut: [UnmovedObject("l", "A link.")])
      #expect(try store.failedObjects(of: task.id) == failed)
      #expect(try store.task(task.id)?.failedObjects == 3)
      try store.end(task, failedObjects: [UnmovedObject("b", "No.")])
      #expect(try store.failedObjects(of: task.id).map(\.name) == ["b"])
    }
  }

  @Test func `earlier runs come back from disk`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.insert(Self.task(1, state: .failed), keys: Self.keys, at: Date())
      let progress = MoveProgress(
        objects: ObjectCounts(total: 1, succeeded: 2, failed: 3, skipped: 4), totalBytes: 5,
        realBytes: 6, completedBytes: 7)
      let id = TaskID(rawValue: 1)
      for earlier in [EarlierRuns.all(progress), .failedObjects(count: 3, progress)] {
        try store.requeue(id, keys: Self.keys, earlier: earlier, at: Date())
        #expect(try store.task(id)?.run.earlier == earlier)
      }
    }
  }

  @Test func `a page is newest first and of one project`() async throws {
    try await TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      for id in 1...5 as ClosedRange<Int64> {
        try store.insert(Self.task(id), keys: Self.keys, at: Date())
      }
      try store.insert(Self.task(6, project: "q"), keys: Self.keys, at: Date())
      let page = try await store.page(of: "p", in: nil, start: 1, limit: 2)
      #expect(page.map(\.id.rawValue) == [4, 3])
      #expect(try await store.count(of: "p", in: nil) == 5)
      #expect(try await store.page(of: "p", in: nil, start: 5, limit: 100).isEmpty)
      #expect(try await store.page(of: "p", in: [.running], start: 0, limit: 100).isEmpty)
    }
  }

  @Test func `a deleted task's id is not given again`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.insert(Self.task(8), keys: Self.keys, at: Date())
      try store.delete(Self.task(8), at: Date())
      #expect(try store.task(TaskID(rawValue: 8)) == nil)
      #expect(try store.highestID() == TaskID(rawValue: 8))
      #expect(try store.creations(of: "p", from: TaskID(rawValue: 0)) == 1)
    }
  }
}

extension TaskStore {
  /// Adds one task.
  func insert(_ task: StoredTask, keys: TransferKeys, at now: Date) throws {
    try insert([(task, keys)], at: now)
  }
}
