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

  private static func task(_ id: Int64, project: String = "p", state: TaskState = .waiting)
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
      id: TaskID(rawValue: id), project: project, name: "n\(id)", definition: definition,
      queuedAt: Date(timeIntervalSince1970: 1_704_067_201))
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
      try TaskStore(directory: directory.path).commit([.add(task, Self.keys)])
      let reopened = try TaskStore(directory: directory.path)
      #expect(try reopened.task(task.id) == task)
      #expect(try reopened.keys(of: task.id) == Self.keys)
    }
  }

  @Test func `a write is on the disk before it returns`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.commit([.add(Self.task(1), Self.keys)])
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
      try store.commit([.add(Self.task(1), Self.keys)])
      for name in try FileManager.default.contentsOfDirectory(atPath: directory.path.string) {
        #expect(try Self.mode(directory.path.appending(name)) == 0o600, "\(name)")
      }
    }
  }

  @Test func `no key stands in any file`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.commit([.add(Self.task(1), Self.keys)])
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
      try store.commit([.add(Self.task(1), Self.keys)])
      try store.commit([.end(Self.task(1, state: .stopped))])
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

  @Test func `where the lists of a task are comes back from disk`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.commit([.add(Self.task(1), Self.keys)])
      var task = Self.task(1, state: .failed)
      task.unmoved = UnmovedLists(run: 2, failed: 3, leftOut: 4)
      try store.commit([.end(task)])
      #expect(try store.task(task.id)?.unmoved == task.unmoved)
    }
  }

  @Test func `earlier runs come back from disk`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.commit([.add(Self.task(1, state: .failed), Self.keys)])
      let progress = MoveProgress(
        objects: ObjectCounts(total: 1, succeeded: 2, failed: 3, skipped: 4), totalBytes: 5,
        realBytes: 6, completedBytes: 7)
      var task = Self.task(1)
      for earlier in [EarlierRuns.all(progress), .failedObjects(count: 3, progress)] {
        task.run.earlier = earlier
        try store.commit([.requeue(task, Self.keys)])
        #expect(try store.task(task.id) == task)
      }
    }
  }

  @Test func `an answer is that of the last change`() async throws {
    try await TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      var task = Self.task(1)
      let there = task
      try store.commit([.add(task, Self.keys)])
      #expect(try await store.answers(to: [task.id]) == [there.answerBytes(at: Date())])
      task.definition.bandwidth = []
      try store.commit([.redefine(task)])
      task.state = .succeeded
      try store.commit([.end(task)])
      let last = task
      #expect(
        try await store.answers(to: [TaskID(rawValue: 9), task.id])
          == [nil, last.answerBytes(at: Date())])
    }
  }

  @Test func `of several changes all are written or none is`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      #expect(throws: (any Error).self) {
        try store.commit([.add(Self.task(1), Self.keys), .add(Self.task(1), Self.keys)])
      }
      #expect(try store.task(TaskID(rawValue: 1)) == nil)
    }
  }

  @Test func `the index of a store is that of its tasks`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      let tasks = [Self.task(3), Self.task(1, state: .failed), Self.task(2, project: "q")]
      try store.commit(tasks.map { .add($0, Self.keys) })
      var index = TaskIndex()
      for task in tasks { index.set(task.id, of: task.project, to: task.state) }
      #expect(try store.index() == index)
    }
  }

  @Test func `a deleted task's id is not given again`() throws {
    try TemporaryDirectory.with { directory in
      let store = try TaskStore(directory: directory.path)
      try store.commit([.add(Self.task(8), Self.keys)])
      try store.commit([.remove(Self.task(8), at: Date())])
      #expect(try store.task(TaskID(rawValue: 8)) == nil)
      #expect(try store.highestID() == TaskID(rawValue: 8))
      #expect(try store.deletions(of: "p", from: TaskID(rawValue: 0)) == 1)
    }
  }
}
