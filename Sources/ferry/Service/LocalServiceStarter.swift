import Foundation
import MigrationAPI
import Subprocess
import SystemPackage

/// Starts the local service in the background when it is not running.
///
/// The service gets a session of its own, so that it goes on when the terminal or the SSH link ends.
struct LocalServiceStarter {
  private let paths: FerryPaths

  /// How long a service may take to answer.
  private static let patience = Duration.seconds(15)

  // The shell leaves the service to init, and the session to nobody's terminal.
  private static let script = #""$0" serve </dev/null >/dev/null 2>>"$1" &"#

  init(environment: [String: String]) {
    paths = FerryPaths(environment: environment)
  }

  /// Returns when the service answers.
  ///
  /// - Throws: ``Failure`` with the end of the log when it does not start.
  func ensureRunning() async throws {
    guard await !answers() else { return }
    try await start()
    let clock = ContinuousClock()
    let end = clock.now + Self.patience
    while clock.now < end {
      if await answers() { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw Failure(
      Failure.unreachable,
      "the local service did not start within \(Self.patience.components.seconds) s"
        + lastWords.map { ": \($0)" }.joined())
  }

  private func answers() async -> Bool {
    await ServiceHealth.isAnswering(Endpoint(socket: paths.socket.string))
  }

  private func start() async throws {
    do {
      try PrivateFiles.makeDirectory(paths.state)
      // Made here, so that the shell's redirection finds a file that is for its owner alone.
      try FileDescriptor.open(
        paths.log, .writeOnly, options: [.create, .append, .closeOnExec],
        permissions: .ownerReadWrite
      ).close()
      var options = PlatformOptions()
      options.createSession = true
      let shell = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: ["-c", Self.script, try Executable.path.string, paths.log.string],
        platformOptions: options, output: .discarded)
      guard shell.terminationStatus.isSuccess else { throw Errno.noChildProcess }
    } catch {
      throw Failure(
        Failure.unreachable, "the local service cannot be started (\(error)); see \(paths.log)")
    }
  }

  private var lastWords: [String] {
    guard let data = try? PrivateFiles.contents(of: paths.log) else { return [] }
    return String(decoding: data.suffix(400), as: UTF8.self)
      .split(whereSeparator: \.isNewline).suffix(1).map(String.init)
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
