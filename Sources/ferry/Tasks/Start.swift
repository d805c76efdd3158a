import ArgumentParser
import Migration
import Words

/// `ferry start`: resumes stopped tasks and runs failed ones again.
struct Start: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.start),
    discussion: .of(.start, example: "ferry start 179531974330200 --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.failedOnly))
  var failedOnly = false

  func run() async throws {
    try await TaskActionCommand(connection: connection, options: options)
      .run(.start(failedOnly: failedOnly), on: targets.selection())
  }
}
