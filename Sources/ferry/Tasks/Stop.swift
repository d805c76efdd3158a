import ArgumentParser
import Migration
import Words

/// `ferry stop`: stops running tasks.
struct Stop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.stop),
    discussion: .of(.stop, example: "ferry stop 179531974330200 --wait --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.untilTasksStopped))
  var wait = false

  func run() async throws {
    try await TaskActionCommand(connection: connection, options: options, waits: wait)
      .run(.stop, on: targets.selection())
  }
}
