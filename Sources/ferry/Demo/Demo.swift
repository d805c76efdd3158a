import ArgumentParser
import Controller
import Foundation
import Migration
import MigrationCore
import OMSClient
import ServiceLifecycle
import Subprocess
import SystemPackage
import Terminal
import UnixSignals
import Words

/// `ferry demo`: a throw-away service with real migrations under way, and the dashboard on it.
///
/// The service and its stores live in a second process, ``DemoHost``, that cleans up and ends when
/// its standard input ends: so nothing is left behind, whichever way this process ends.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.demo),
    discussion: .of(.demo, example: "ferry demo --headless"))

  @Flag(help: .of(.headless))
  var headless = false

  @OptionGroup var screen: ScreenOptions

  func run() async throws {
    let directory = FilePath("/tmp").appending("ferry-demo-\(UUID().uuidString.prefix(8))")
    var options = PlatformOptions()
    // Keys and hang-ups of this terminal are not for the host: it ends by its standard input.
    options.createSession = true
    let outcome = try await Subprocess.run(
      .path(try Executable.path), arguments: ["demo-host", directory.string],
      platformOptions: options, input: .inputWriter, output: .sequence,
      error: .currentStandardError
    ) { host in
      try await follow(host)
    }
    // Does nothing after a host that ended in good order.
    DemoRemains.clear(directory)
    guard let reason = outcome.closureResult else {
      throw Failure(Failure.failed)
    }
    if let signal = reason.signal { endProcess(by: signal) }
  }

  /// Shows what the host has until the user or a signal ends it.
  ///
  /// - Returns: Why it ended; `nil` when the host did, which has said so itself.
  private func follow(
    _ host: Execution<CustomWriteInput, SequenceOutput, FileDescriptorOutput>
  ) async throws -> ExitReason? {
    if !headless { Console.progress(.demoBegins) }
    var lines = host.standardOutput.strings().makeAsyncIterator()
    guard let first = try await lines.next(), let place = DemoPlace(line: first) else { return nil }
    guard headless else {
      return try await DashboardCommand.show(
        try place.connection, screen: screen, isThrowAway: true)
    }
    // Watched before anybody can know the line and send a signal.
    let signals = await UnixSignalsSequence(trapping: EndSignals.heeded)
    guard try await lines.next() == DemoPlace.seeded else { return nil }
    try Console.flushedLine(first)
    return await withTaskGroup(of: ExitReason?.self) { group in
      group.addTask {
        for await _ in signals { return .quit }
        return .quit
      }
      let reason = await group.next() ?? nil
      group.cancelAll()
      return reason
    }
  }
}

/// Where a demo's service is, as one line.
struct DemoPlace {
  /// Printed by the host once every kind of task is there.
  static let seeded = "seeded"

  var endpoint: String
  var projectID: String
  var keys: StorageKeys

  init(endpoint: String, projectID: String, keys: StorageKeys) {
    self.endpoint = endpoint
    self.projectID = projectID
    self.keys = keys
  }

  /// Reads what ``line`` writes.
  init?(line: String) {
    let pairs = line.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1) }
    let values = Dictionary(
      pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
      uniquingKeysWith: { $1 })
    guard let endpoint = values["endpoint"], let projectID = values["project_id"],
      let access = values["access_key"], let secret = values["secret_key"]
    else { return nil }
    self.init(
      endpoint: endpoint, projectID: projectID,
      keys: StorageKeys(accessKey: access, secretKey: Secret(secret)))
  }

  /// The line that the contract fixes; the keys are good for this demo alone.
  var line: String {
    "endpoint=\(endpoint) project_id=\(projectID) access_key=\(keys.accessKey) "
      + "secret_key=\(keys.secretKey.reveal())"
  }

  /// The connection for the dashboard.
  var connection: Connection {
    get throws {
      Connection(
        profile: "demo", endpoint: try Endpoint(endpoint), projectID: projectID,
        credentials: .keys(keys, securityToken: nil))
    }
  }
}
