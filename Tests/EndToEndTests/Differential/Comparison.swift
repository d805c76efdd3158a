import Foundation
import OMSClient
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// The same objects copied by plain rclone and by a task.
struct Comparison {
  let home: FerryHome
  /// What opens stores that trust everybody.
  static let keys = StorageKeys(accessKey: "a", secretKey: Secret("b"))

  /// Has rclone alone copy from one place to another; that some objects fail is nobody's business.
  func copyPlainly(_ from: StorageLocation, _ to: StorageLocation) async throws {
    let isConfigured = [from, to].contains { $0.provider == "Rclone" }
    var environment = ["RCLONE_CONFIG": isConfigured ? home.path("config/rclone/rclone.conf") : ""]
    for (name, place) in [("FROM", from), ("TO", to)] where place.provider == "S3" {
      let options = [
        "TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": place.region, "ACCESS_KEY_ID": "a",
        "SECRET_ACCESS_KEY": "b", "NO_CHECK_BUCKET": "true",
      ]
      for (option, value) in options { environment["RCLONE_CONFIG_\(name)_\(option)"] = value }
    }
    let outcome = try await home.shell(
      "exec \"$0\" \"$@\"",
      [
        try await RcloneProgram.find().path.string, "copy", Self.name(from, "FROM:"),
        Self.name(to, "TO:"), "--no-unicode-normalization", "--retries", "1",
      ], environment: environment)
    try #require([0, 1, 3, 4, 5, 6].contains(outcome.status), "\(outcome.error)")
  }

  private static func name(_ place: StorageLocation, _ remote: String) -> String {
    place.provider == "S3" ? remote + place.bucket : place.bucket
  }

  /// What came of a task.
  struct Outcome {
    var task: MigrationTask
    /// The names of the objects that it told of as not moved.
    var told: Set<[UInt8]>
  }

  /// Has a task copy from one place to another.
  func copyByTask(_ from: StorageLocation, _ to: StorageLocation) async throws -> Outcome {
    let service = ServiceProcess(of: home)
    if home.services.isEmpty { try await service.begin() }
    let task = Migration.NewTask(
      source: from, destination: to,
      keys: TransferKeys(
        source: from.provider == "S3" ? Self.keys : nil,
        destination: to.provider == "S3" ? Self.keys : nil))
    let id = try await service.client.create(task).id
    let end = try await service.wait("an end", of: id) { $0.state.isFinished }
    let failed = try await service.unmoved(of: id)
    let leftOut = try await service.unmoved("left-out-objects", of: id)
    #expect((failed + leftOut).allSatisfy { !$0.reason.isEmpty })
    let counts = end.objects
    #expect(counts.total == counts.succeeded + counts.skipped + counts.failed, "\(counts)")
    #expect(counts.failed == Int64(failed.count))
    #expect((end.state == .succeeded) == (failed.isEmpty && leftOut.isEmpty))
    return Outcome(task: end, told: Set((failed + leftOut).map { Array($0.name.utf8) }))
  }

  /// Every object that plain rclone brought is there by the task as well, and every object of the
  /// source is there or was told.
  ///
  /// - Parameters:
  ///   - source: The objects of the source.
  ///   - plain: Those that plain rclone has brought.
  ///   - own: Those that the task has brought.
  ///   - outcome: What the task has said.
  ///   - places: Where an object of the source arrives by plain rclone, and by the task.
  static func check<Content: Equatable>(
    _ source: [[UInt8]: Content], plain: [[UInt8]: Content], own: [[UInt8]: Content],
    _ outcome: Outcome,
    at places: (plain: ([UInt8]) -> [UInt8], own: ([UInt8]) -> [UInt8]) = ({ $0 }, { $0 })
  ) {
    let absent = source.filter { name, content in own[places.own(name)] != content }
    let missing = absent.filter { name, content in plain[places.plain(name)] == content }.keys
    #expect(missing.isEmpty, "plain rclone copied \(FileTree.shown(missing))")
    let silent = absent.keys.filter { name in
      !outcome.told.contains(Array(NameBytes.shown(NameBytes.text(name[...])).utf8))
    }
    #expect(silent.isEmpty, "nothing is said of \(FileTree.shown(silent))")
    #expect(outcome.task.objects.total == Int64(source.count))
  }
}
