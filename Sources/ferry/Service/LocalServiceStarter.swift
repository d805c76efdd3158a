import Foundation
import Glibc
import Migration
import MigrationCore
import OMSClient
import PrivateFiles
import Subprocess
import SystemPackage
import Words

/// Starts the local service in the background when it is not running.
///
/// The service gets a session of its own, so that it goes on when the terminal or the SSH link ends.
struct LocalServiceStarter {
  private let paths: FerryPaths
  private let environment: [String: String]

  /// How long a service may take to answer.
  private static let patience = Duration.seconds(15)

  // The shell leaves the service to init, and the session to nobody's terminal.
  private static let script = #""$0" serve </dev/null >/dev/null 2>>"$1" & echo $!"#

  init(environment: [String: String]) {
    paths = FerryPaths(environment: environment)
    self.environment = environment
  }

  /// Returns when the service answers.
  ///
  /// - Throws: ``Failure`` with the end of the log when it does not start.
  func ensureRunning() async throws {
    guard await !answers() else { return }
    let process = try await start()
    let clock = ContinuousClock()
    var end = clock.now + Self.patience
    while clock.now < end {
      if await answers() { return }
      // One that has ended may have made way for another, which somebody else has just started.
      if !isRunning(process) { end = min(end, clock.now + .seconds(2)) }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw failure
  }

  private var failure: Failure {
    Failure(
      Failure.unreachable,
      .silentService(
        lastWords: lastWords?.replacing("ferry: ", with: ""), log: paths.log.string))
  }

  private func isRunning(_ process: pid_t?) -> Bool {
    process.map { kill($0, 0) == 0 } ?? true
  }

  // One that listens and is silent may be in the middle of a crash, and the next is to take its place;
  // beside one that is only busy, the next finds it at work and ends.
  private func answers() async -> Bool {
    let endpoint = Endpoint(socket: paths.socket.string)
    return await ServiceHealth.probe(endpoint, within: .seconds(2)).status != nil
  }

  /// Starts the service and says which process it is.
  private func start() async throws -> pid_t? {
    do {
      try PrivateFiles.makeDirectory(paths.state)
      // Made here, so that the shell's redirection finds a file that is for its owner alone.
      let log = try FileDescriptor.open(
        paths.log, .writeOnly, options: [.create, .append, .closeOnExec],
        permissions: .ownerReadWrite)
      // Where nothing can be written, the service could not tell why it ends.
      _ = try log.closeAfter { try log.writeAll("\n".utf8) }
      var options = PlatformOptions()
      options.createSession = true
      let shell = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: ["-c", Self.script, try Executable.path.string, paths.log.string],
        environment: .inherit.updating(withoutKeys), platformOptions: options,
        output: .string(limit: 64))
      guard shell.terminationStatus.isSuccess else { throw Errno.noChildProcess }
      return pid_t(shell.standardOutput.filter(\.isNumber))
    } catch {
      throw Failure(
        Failure.unreachable, .cannotStart(reason: "\(error)", log: paths.log.string))
    }
  }

  /// Takes out of the environment what a command is told and a service must not keep: it lives for
  /// long, and the environment of a process can be read.
  private var withoutKeys: [Subprocess.Environment.Key: String?] {
    let names = environment.keys.filter { name in
      name.hasPrefix("HUAWEICLOUD_") || name.hasPrefix("FERRY_") && name != "FERRY_RCLONE"
    }
    return Dictionary(
      uniqueKeysWithValues: names.map { (Subprocess.Environment.Key(stringLiteral: $0), nil) })
  }

  private var lastWords: String? {
    guard let data = try? PrivateFiles.contents(of: paths.log) else { return nil }
    return String(decoding: data.suffix(400), as: UTF8.self)
      .split(whereSeparator: \.isNewline).last.map(String.init)
  }
}

/// The program that runs.
enum Executable {
  /// Its path, whichever way it was called.
  ///
  /// - Throws: `Errno` when the system does not tell.
  static var path: FilePath {
    get throws {
      FilePath(try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    }
  }
}
