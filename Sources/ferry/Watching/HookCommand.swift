import FoundationEssentials
import Glibc
import Migration
import MigrationCore
import Subprocess
import SystemPackage

/// A command of the user's that is run for each event.
///
/// The event comes on its standard input as a JSON object in one line, and in variables; the text
/// of the command is never changed, so that no name from outside can become a part of it.
struct HookCommand: Sendable {
  /// The command, for `sh`.
  let text: String
  /// How long it may run.
  var limit = Duration.seconds(300)

  /// Runs the command to its end; what it prints goes to standard error.
  ///
  /// - Throws: ``DeliveryTrouble`` when it does not end well.
  func run(for parcel: Delivery.Parcel) async throws(DeliveryTrouble) {
    do throws(CommandTrouble) {
      try await UserCommand.run(within: limit) {
        let outcome = try await Subprocess.run(
          .path("/bin/sh"), arguments: ["-c", text], environment: environment(of: parcel),
          platformOptions: UserCommand.options,
          input: .fileDescriptor(try Self.pipe(with: parcel.json), closeAfterSpawningProcess: true),
          output: .currentStandardError, error: .currentStandardError)
        return (outcome.terminationStatus, ())
      }
    } catch {
      throw .command(error)
    }
  }

  private func environment(of parcel: Delivery.Parcel) -> Subprocess.Environment {
    let event = parcel.event
    var variables: [Subprocess.Environment.Key: String?] = [
      "FERRY_EVENT": event.word, "FERRY_EVENT_AT": event.at.formatted(.iso8601),
      "FERRY_EVENT_PROFILE": event.profile, "FERRY_EVENT_LINE": parcel.line,
    ]
    // Empty rather than missing: those of an event around this one are none of its own.
    variables["FERRY_EVENT_TASK"] = event.task?.id.description ?? ""
    variables["FERRY_EVENT_NAME"] = event.task.map { Console.cleaned($0.name) } ?? ""
    variables["FERRY_EVENT_STATE"] = event.task?.state.word ?? ""
    return .inherit.updating(variables)
  }

  /// A pipe with all of `text` in it, so that a command which does not read it disturbs nobody.
  private static func pipe(with text: String) throws -> FileDescriptor {
    let (reading, writing) = try FileDescriptor.pipe()
    return try writing.closeAfter {
      do {
        guard fcntl(writing.rawValue, F_SETFL, O_NONBLOCK) == 0 else {
          throw Errno(rawValue: errno)
        }
        try writing.writeAll("\(text)\n".utf8)
        return reading
      } catch {
        try reading.close()
        throw error
      }
    }
  }
}
