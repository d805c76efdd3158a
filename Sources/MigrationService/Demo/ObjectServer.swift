import AsyncHTTPClient
import FoundationEssentials
import Glibc
package import Migration
import NIOCore
import Subprocess
package import SystemPackage

/// An S3 server on this machine over a directory whose subdirectories are its buckets.
///
/// It answers on the loopback interface only, to the one pair of keys it was started with.
package struct ObjectServer: Sendable {
  /// Where it answers, such as `http://127.0.0.1:40123`.
  package let endpoint: String
  /// The keys it accepts.
  package let keys: StorageKeys
  /// The process; also in the environment marked by `directory`.
  private let child: RcloneChild

  /// Runs a program for as long as a process lives.
  private static let watch = """
    owner=$1
    shift
    "$@" &
    while kill -0 "$owner" && kill -0 "$!"; do sleep 1; done
    kill "$!"
    """

  /// Starts a server and returns when it answers.
  ///
  /// - Parameters:
  ///   - program: The rclone to use.
  ///   - root: The directory with the buckets.
  ///   - directory: Takes the log and the process id; one for each server.
  ///   - keys: The keys to accept: no commas, at least three characters each.
  ///   - addressing: Where requests have the bucket's name.
  ///   - bytesPerSecond: A limit on what it sends and takes; `nil` means none. After a pause up to
  ///     4 MiB go at once.
  ///   - owner: The process that the server does not outlive by more than two seconds, however that
  ///     one ends.
  /// - Returns: The server, which runs until it is stopped.
  /// - Throws: `MoverProblem` when it does not answer within ten seconds.
  package static func start(
    program: RcloneProgram, root: FilePath, directory: FilePath, keys: StorageKeys,
    addressing: S3Store.Addressing = .path,
    bytesPerSecond: Int64? = nil, owner: Int32 = ProcessInfo.processInfo.processIdentifier
  ) async throws -> ObjectServer {
    try FileManager.default.createDirectory(
      atPath: directory.string, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    var arguments = [
      "/bin/sh", "-c", Self.watch, "watch", String(owner),
      program.path.string, "serve", "s3", root.string, "--addr", "127.0.0.1:0",
      "--dir-cache-time", "1s", "--use-json-log",
    ]
    if addressing == .virtual { arguments.append("--force-path-style=false") }
    if let bytesPerSecond { arguments += ["--bwlimit", "\(bytesPerSecond)B"] }
    let environment = [
      "RCLONE_CONFIG": "", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
      // The inner quotes keep rclone from taking the pair for two values.
      "RCLONE_AUTH_KEY": "\"\(keys.accessKey),\(keys.secretKey.reveal())\"",
    ]
    let files = ChildFiles(directory: directory, purpose: .serve, attempt: 1)
    let child = try await RcloneChild(
      starting: arguments, environment: environment, files: files)
    guard let endpoint = try await address(of: child) else {
      let words = SmallFile.read(files.log).map { String(decoding: $0.prefix(300), as: UTF8.self) }
      await child.kill()
      throw MoverProblem("The object server did not start: \(words ?? "no log")")
    }
    return ObjectServer(endpoint: endpoint, keys: keys, child: child)
  }

  /// Whether its process lives.
  package var isAlive: Bool { child.isAlive }

  /// Ends the server; nothing answers any more when it returns.
  package func stop() async {
    await child.kill()
  }

  /// A location at this server, as tasks name it.
  package func location(_ bucket: String, keys: [String] = []) -> StorageLocation {
    StorageLocation(provider: "S3", region: endpoint, bucket: bucket, keys: keys)
  }

  /// Waits for the line of the log that says where the server listens, and for an answer there.
  private static func address(of child: RcloneChild) async throws -> String? {
    let deadline = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < deadline, child.isAlive {
      if let bytes = SmallFile.read(child.files.log),
        let match = String(decoding: bytes, as: UTF8.self).firstMatch(
          of: /\[(http:\/\/127\.0\.0\.1:[0-9]+)\/\]/),
        await answers(String(match.1))
      {
        return String(match.1)
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    return nil
  }

  private static func answers(_ endpoint: String) async -> Bool {
    let request = HTTPClientRequest(url: endpoint)
    return (try? await HTTPClient.shared.execute(request, timeout: .seconds(2))) != nil
  }
}
