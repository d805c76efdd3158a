import Foundation
import Subprocess
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// A server that speaks neither S3 nor HTTP alone, over a directory of this machine, and the remotes of a
/// user's rclone configuration that lead to it.
struct RemoteServer {
  /// What it speaks; the raw value is rclone's word for it and the name of the remote.
  enum Family: String, CaseIterable {
    case webdav, sftp
  }

  /// The remote whose password is a wrong one.
  static let wrong = "wrong"

  /// What it speaks.
  let family: Family
  /// What it serves.
  let root: FilePath

  /// Runs `body` with a server, whose home has remotes that lead to it.
  ///
  /// - Throws: What `body` throws, or what keeps the server from running.
  static func with(
    _ family: Family, in home: FerryHome, _ body: (RemoteServer) async throws -> Void
  ) async throws {
    let program = try await RcloneProgram.find().path.string
    let server = RemoteServer(family: family, root: home.directory.appending("remote"))
    try FileManager.default.createDirectory(
      atPath: server.root.string, withIntermediateDirectories: true)
    let files = ChildFiles(directory: home.directory, purpose: .serve, attempt: 1)
    let child = try await RcloneChild(
      starting: [
        program, "serve", family.rawValue, server.root.string, "--addr", "127.0.0.1:0", "--user",
        "owner", "--pass", "right", "--cache-dir", home.path("cache"),
      ], environment: ["RCLONE_CONFIG": "", "HOME": home.directory.string], files: files)
    var port = ""
    try await waitUntil("the server's port") {
      try #require(child.isAlive, "\(words(of: files))")
      port =
        words(of: files).firstMatch(of: /(?:started|listening) on .*:([0-9]+)/)
        .map { String($0.1) } ?? ""
      return !port.isEmpty
    }
    var configuration = ""
    for (name, password) in [(family.rawValue, "right"), (wrong, "left")] {
      let obscured = try await obscure(password, program)
      configuration += "[\(name)]\n\(family.place(port))\nuser = owner\npass = \(obscured)\n"
    }
    try FileManager.default.createDirectory(
      atPath: home.path("config/rclone"), withIntermediateDirectories: true)
    _ = try home.file("config/rclone/rclone.conf", configuration)
    do {
      try await body(server)
    } catch {
      await child.kill()
      throw error
    }
    await child.kill()
  }

  /// A bucket of it, by the remote that opens it or by another.
  func location(_ bucket: String, by remote: String? = nil) -> StorageLocation {
    StorageLocation(provider: "Rclone", bucket: "\(remote ?? family.rawValue):\(bucket)")
  }

  private static func words(of files: ChildFiles) -> String {
    SmallFile.read(files.log).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func obscure(_ password: String, _ program: String) async throws -> String {
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: ["obscure", password], output: .string(limit: 4096))
    return result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

extension RemoteServer.Family {
  /// How a configuration says where such a server is.
  fileprivate func place(_ port: String) -> String {
    switch self {
    case .webdav: "type = webdav\nvendor = rclone\nurl = http://127.0.0.1:\(port)"
    case .sftp: "type = sftp\nhost = 127.0.0.1\nport = \(port)\nshell_type = unix"
    }
  }
}
