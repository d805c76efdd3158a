import ArgumentParser
import Migration

/// `ferry stop`: stops running tasks.
struct Stop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Stop running tasks.",
    discussion: "Objects that have arrived stay. Starting again needs the storage keys again.")

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
