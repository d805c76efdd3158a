import ArgumentParser
import Controller
import Foundation
import Migration
import MigrationCore
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
      try await follow(host, in: directory)
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
    _ host: Execution<CustomWriteInput, SequenceOutput, FileDescriptorOutput>,
    in directory: FilePath
  ) async throws -> ExitReason? {
    if !headless { Console.progress(.demoBegins) }
    var lines = host.standardOutput.strings().makeAsyncIterator()
    guard let first = try await lines.next(), let place = DemoPlace(line: first) else { return nil }
    guard headless else {
      return try await DashboardCommand.show(
        try place.connection, screen: screen,
        demo: DemoConfiguration(of: directory).environment(Environment.current))
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
