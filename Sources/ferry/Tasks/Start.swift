import ArgumentParser
import Migration

/// `ferry start`: resumes stopped tasks and runs failed ones again.
struct Start: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Resume stopped tasks or run failed ones again.",
    discussion: HelpNotes.ending(
      KeyPrompt.explanation,
      example: "ferry start 179531974330200 --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Only the objects that failed.")
  var failedOnly = false

  func run() async throws {
    try await TaskActionCommand(connection: connection, options: options)
      .run(.start(failedOnly: failedOnly), on: targets.selection())
  }
}
