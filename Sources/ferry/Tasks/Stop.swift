import ArgumentParser
import Migration

/// `ferry stop`: stops running tasks.
struct Stop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Stop running tasks.",
    discussion: HelpNotes.ending(
      "Objects that have arrived stay. Starting again needs the storage keys again.",
      example: "ferry stop 179531974330200 --wait --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Return when the tasks have stopped.")
  var wait = false

  func run() async throws {
    try await TaskActionCommand(connection: connection, options: options, waits: wait)
      .run(.stop, on: targets.selection())
  }
}
