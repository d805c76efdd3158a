package import Migration
package import Subprocess

/// How commands of the user's are run: each in a session of its own, away from the terminal, and not
/// for ever.
package enum UserCommand {
  /// A session of its own, so that all that the command has started ends with it, and so that it asks
  /// nobody at the terminal.
  package static var options: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(3)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero),
    ]
    return options
  }

  /// Runs a command that `run` starts with ``options``, and ends it after `limit`.
  ///
  /// - Returns: What it printed, if that was wanted.
  /// - Throws: `CommandTrouble` when it does not end well.
  package static func run<Output: Sendable>(
    within limit: Duration,
    _ run: @escaping @Sendable () async throws -> (status: TerminationStatus, output: Output)
  ) async throws(CommandTrouble) -> Output {
    typealias End = Result<(status: TerminationStatus, output: Output), CommandTrouble>
    let end = await withTaskGroup(of: End.self) { group in
      group.addTask {
        do {
          return .success(try await run())
        } catch {
          return .failure(.notRun(reason: String(String(describing: error).prefix(120))))
        }
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return .failure(.endless(after: limit))
      }
      let first = await group.next() ?? .failure(.endless(after: limit))
      group.cancelAll()
      // The command is ended before the next one may begin.
      await group.waitForAll()
      return first
    }
    let (status, output) = try end.get()
    switch status {
    case .exited(0): return output
    case .exited(let status): throw .exited(status: Int(status))
    case .signaled(let signal): throw .killed(signal: Int(signal))
    }
  }
}
