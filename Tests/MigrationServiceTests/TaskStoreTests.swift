import Foundation
import GRDB
import SystemPackage
import TestSupport
import Testing

@testable import Migration

@testable import MigrationService

/// What is on the disk of a store, beyond what every store does.
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
}
