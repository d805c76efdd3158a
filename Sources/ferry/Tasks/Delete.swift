import ArgumentParser
import Migration

/// `ferry delete`: removes tasks.
struct Delete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Delete tasks; a running one is refused.",
    discussion: HelpNotes.ending(
      "Only the task is removed. Objects that have arrived stay.",
      example: "ferry delete 179531974330200 --stop-first --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Stop a running task first, wait until it has stopped, then delete it.")
  var stopFirst = false

  func run() async throws {
    try await TaskActionCommand(connection: connection, options: options)
      .run(stopFirst ? .stopThenDelete : .delete, on: targets.selection())
  }
}
