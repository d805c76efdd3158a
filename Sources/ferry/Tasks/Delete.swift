import ArgumentParser
import Migration
import Words

/// `ferry delete`: removes tasks.
struct Delete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.delete),
    discussion: .of(.delete, example: "ferry delete 179531974330200 --stop-first --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.stopTasksFirst))
  var stopFirst = false

  func run() async throws {
    try await TaskActionCommand(connection: connection, options: options)
      .run(stopFirst ? .stopThenDelete : .delete, on: targets.selection())
  }
}
