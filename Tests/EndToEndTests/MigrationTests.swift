import Crypto
import Foundation
import MigrationService
import Subprocess
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// Real objects between two real S3 servers, through everything that can happen on the way.
struct MigrationTests {
  private static let count = 1_000

  @Test func `a thousand objects arrive through a stop, a start and a killed service`() async throws
  {
    try await FerryHome.with { home in
      try await Stores.with(in: home, objects: Self.count) { stores in
        let created = try await home.ferry(
          ["create", "--from", stores.from, "--to", stores.to], environment: stores.keys)
        let id = created.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(created.status == 0, "\(created.error)")

        try await reach(id, home) { $0.succeeded_objects >= 50 }
        let refused = try await home.ferry("delete", id, "--yes", "--output", "json")
        #expect(try refused.json([ListedResult].self).map(\.outcome) == ["refused"])
        #expect(try refused.json([ListedResult].self).first?.error?.code == "OMS.0063")

        let stopped = try await home.ferry("stop", id, "--yes", "--wait")
        #expect(stopped.status == 0, "\(stopped.error)")
        let halfway = try await task(id, home)
        #expect(halfway.state == "stopped")
        #expect(halfway.succeeded_objects < Int64(Self.count))

        let started = try await home.ferry(["start", id, "--yes"], environment: stores.keys)
        #expect(started.status == 0, "\(started.error)")
        try await reach(id, home) { $0.state == "running" && $0.succeeded_objects >= 100 }
        for process in home.services {
          kill(process, SIGKILL)
        }

        let waited = try await home.ferry("wait", id, "--for", "succeeded", "--timeout", "5m")
        #expect(waited.status == 0, "\(waited.error)")
        let end = try await task(id, home)
        #expect(end.failed_objects == 0)
        #expect(end.succeeded_objects + end.skipped_objects == end.total_objects)
        #expect(end.total_objects == Int64(Self.count))
        let (sent, arrived) = try stores.checksums()
        #expect(sent.count == Self.count)
        #expect(arrived == sent)
      }
    }
  }

  private func task(_ id: String, _ home: FerryHome) async throws -> ListedTask {
    try await home.ferry("show", id, "--output", "json").json()
  }

  private func reach(
    _ id: String, _ home: FerryHome, _ condition: (ListedTask) -> Bool
  ) async throws {
    try await waitUntil("task \(id) that far", within: .seconds(120)) {
      let task = try await task(id, home)
      if task.state == "failed" { throw NeverHappened(expectation: "no failure: \(task)") }
      return condition(task)
    }
  }
}

/// Two S3 servers, the first with objects.
struct Stores {
  let source: ObjectServer
  let destination: ObjectServer
  let root: FilePath

  static func with(
    in home: FerryHome, objects: Int, _ body: (Stores) async throws -> Void
  ) async throws {
    let root = home.directory.appending("stores")
    let bucket = root.appending("source").appending("photos")
    try FileManager.default.createDirectory(
      atPath: bucket.string, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: root.appending("destination").appending("archive").string,
      withIntermediateDirectories: true)
    for index in 0..<objects {
      let data = Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* (index + 7) >> 3) })
      try data.write(to: URL(filePath: bucket.appending("object \(index).bin").string))
    }
    let program = try await RcloneProgram.find()
    // Slow enough that there is a middle to stop and to kill in.
    let source = try await ObjectServer.start(
      program: program, root: root.appending("source"), directory: root.appending("s1"),
      keys: keys("SOURCE"), bytesPerSecond: 120_000)
    let destination = try await ObjectServer.start(
      program: program, root: root.appending("destination"), directory: root.appending("s2"),
      keys: keys("DESTINATION"))
    do {
      try await body(Stores(source: source, destination: destination, root: root))
    } catch {
      await source.stop()
      await destination.stop()
      throw error
    }
    await source.stop()
    await destination.stop()
  }

  private static func keys(_ name: String) -> StorageKeys {
    StorageKeys(accessKey: "\(name)ACCESS", secretKey: Secret("\(name)-secret-\(UUID())"))
  }

  var from: String { "s3://photos?endpoint=\(source.endpoint)" }
  var to: String { "s3://archive/in/?endpoint=\(destination.endpoint)" }

  var keys: [String: String] {
    [
      "FERRY_SOURCE_AK": source.keys.accessKey,
      "FERRY_SOURCE_SK": source.keys.secretKey.reveal(),
      "FERRY_DESTINATION_AK": destination.keys.accessKey,
      "FERRY_DESTINATION_SK": destination.keys.secretKey.reveal(),
    ]
  }

  /// The SHA-256 of each object by its name, as sent and as arrived.
  func checksums() throws -> (sent: [String: SHA256Digest], arrived: [String: SHA256Digest]) {
    (
      try Self.checksums(root.appending("source").appending("photos")),
      try Self.checksums(root.appending("destination").appending("archive").appending("in"))
    )
  }

  private static func checksums(_ directory: FilePath) throws -> [String: SHA256Digest] {
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.string)
    return Dictionary(
      uniqueKeysWithValues: try names.map { name in
        let file = URL(filePath: directory.appending(name).string)
        return (name, SHA256.hash(data: try Data(contentsOf: file)))
      })
  }
}
