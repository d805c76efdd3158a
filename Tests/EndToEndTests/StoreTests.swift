import Foundation
import MigrationService
import SystemPackage
import TestSupport
import Testing

@testable import Migration

/// Stores of the configuration, and the ways to address them, with a real S3 server on both sides.
struct StoreTests {
  private func write(_ text: String, to path: String) throws {
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func id(_ outcome: FerryHome.Outcome) -> String {
    outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test
  func `a task goes from a store with a command to one that rclone knows, and nobody is asked`()
    async throws
  {
    try await FerryHome.with { home in
      try await Stores.with(in: home, objects: 3) { stores in
        let (source, destination) = (stores.source, stores.destination)
        try write(
          "\(source.keys.accessKey)\n\(source.keys.secretKey.reveal())\n", to: home.path("keys"))
        try write(
          """
          [archive]
          type = s3
          provider = Other
          access_key_id = \(destination.keys.accessKey)
          secret_access_key = \(destination.keys.secretKey.reveal())
          """, to: home.path("rclone.conf"))
        try write(
          """
          stores:
            - match: s3://photos/?endpoint=\(source.endpoint)
              command: cat '\(home.path("keys"))'
            - {match: "s3://?endpoint=\(destination.endpoint)", rclone_remote: archive}
          """, to: home.path("config/ferry/config.yaml"))
        let variables = ["RCLONE_CONFIG": home.path("rclone.conf")]

        let counted = try await home.ferry(
          ["create", "--from", stores.from, "--to", stores.to, "--dry-run"],
          environment: variables)
        #expect(counted.output.contains("3, 12.0 KiB"), "\(counted.output)\(counted.error)")
        let created = try await home.ferry(
          ["create", "--from", stores.from, "--to", stores.to], environment: variables)
        #expect(created.status == 0, "\(created.error)")
        let waited = try await home.ferry("wait", id(created))
        #expect(waited.status == 0, "\(waited.error)")
        let listed = try await home.ferry(["ls", stores.to], environment: variables)
        #expect(listed.output.contains("object 2.bin"), "\(listed.output)\(listed.error)")
        let buckets = try await home.ferry(
          ["buckets", "s3", "--region", destination.endpoint], environment: variables)
        #expect(buckets.output == "archive\n", "\(buckets.error)")
        let (sent, arrived) = try stores.checksums()
        #expect(arrived == sent && sent.count == 3)
      }
    }
  }

  @Test(arguments: S3Store.Addressing.allCases)
  func `objects arrive at a store that has the bucket's name in this place of the address`(
    addressing: S3Store.Addressing
  ) async throws {
    try await FerryHome.with { home in
      let root = home.directory.appending("root")
      try FileManager.default.createDirectory(
        atPath: root.appending("archive").string, withIntermediateDirectories: true)
      try write("hello", to: home.path("from/a.txt"))
      let server = try await ObjectServer.start(
        program: try await RcloneProgram.find(), root: root,
        directory: home.directory.appending("server"),
        keys: StorageKeys(accessKey: "ACCESS", secretKey: Secret("secret-of-store")),
        addressing: addressing)
      // No name leads to 'archive.store.test': the server is its own proxy.
      let endpoint = addressing == .path ? server.endpoint : "http://store.test"
      let place =
        "s3://archive/in/?endpoint=\(endpoint)&region=eu-1&addressing=\(addressing.rawValue)"
      let variables = [
        "HTTP_PROXY": server.endpoint, "FERRY_DESTINATION_AK": "ACCESS",
        "FERRY_DESTINATION_SK": "secret-of-store",
      ]
      let created = try await home.ferry(
        ["create", "--from", "local:\(home.path("from"))", "--to", place], environment: variables)
      #expect(created.status == 0, "\(created.error)")
      let waited = try await home.ferry("wait", id(created))
      #expect(waited.status == 0, "\(waited.output)\(waited.error)")
      #expect(
        try String(contentsOfFile: root.string + "/archive/in/a.txt", encoding: .utf8) == "hello")
      let listed = try await home.ferry(
        ["ls", "--side", "destination", place], environment: variables)
      #expect(listed.output.contains("in/a.txt"), "\(listed.output)\(listed.error)")
      await server.stop()
    }
  }
}
