import Foundation
import MigrationService
import SystemPackage

/// The two object stores of a demo, each an S3 server of rclone's.
struct DemoStores {
  /// Has the objects, and sends them slowly enough to watch.
  let source: ObjectServer
  /// Takes them.
  let destination: ObjectServer

  /// What the source may send, in bytes a second.
  static let pace: Int64 = 640 << 10

  /// A bucket at the source.
  struct Bucket {
    var name: String
    var objects: Int
    var bytesEach: Int
  }

  static let buckets = [
    Bucket(name: "documents", objects: 24, bytesEach: 2 << 10),
    Bucket(name: "invoices", objects: 12, bytesEach: 2 << 10),
    Bucket(name: "albums", objects: 36, bytesEach: 8 << 10),
    Bucket(name: "photos", objects: 160, bytesEach: 96 << 10),
    Bucket(name: "videos", objects: 240, bytesEach: 256 << 10),
    Bucket(name: "logs", objects: 320, bytesEach: 64 << 10),
    Bucket(name: "backups", objects: 40, bytesEach: 512 << 10),
    Bucket(name: "照片", objects: 60, bytesEach: 64 << 10),
  ]

  /// Makes the objects and starts both servers.
  static func start(in directory: FilePath, program: RcloneProgram) async throws -> DemoStores {
    let source = directory.appending("source")
    let destination = directory.appending("destination")
    for bucket in buckets { try fill(bucket, in: source) }
    let invoices = destination.appending("archive").appending("invoices")
    try FileManager.default.createDirectory(
      atPath: invoices.string, withIntermediateDirectories: true)
    // A file in the place of a folder: what belongs into that cannot arrive.
    try Data("paid".utf8).write(to: URL(filePath: invoices.appending("2026-3").string))
    let sourceServer = try await ObjectServer.start(
      program: program, root: source, directory: directory.appending("source-server"),
      keys: .random, bytesPerSecond: pace)
    do {
      return DemoStores(
        source: sourceServer,
        destination: try await ObjectServer.start(
          program: program, root: destination, directory: directory.appending("destination-server"),
          keys: .random))
    } catch {
      await sourceServer.stop()
      throw error
    }
  }

  /// Ends both servers.
  func stop() async {
    await source.stop()
    await destination.stop()
  }

  /// The folder of a month, 1 to 12, in each bucket.
  static func folder(_ month: Int) -> String { "2026-\(month)/" }

  private static func fill(_ bucket: Bucket, in root: FilePath) throws {
    let noise = try FileDescriptor.open("/dev/urandom", .readOnly, options: .closeOnExec)
    try noise.closeAfter {
      for index in 0..<bucket.objects {
        try Task.checkCancellation()
        let folder = root.appending(bucket.name).appending(folder(index % 12 + 1))
        try FileManager.default.createDirectory(
          atPath: folder.string, withIntermediateDirectories: true)
        var data = Data(count: bucket.bytesEach)
        _ = try data.withUnsafeMutableBytes { try noise.read(into: $0) }
        try data.write(to: URL(filePath: folder.appending("object-\(index).bin").string))
      }
    }
  }
}
