import ArgumentParser
import MigrationAPI

/// `ferry start`: resumes stopped tasks and runs failed ones again.
struct Start: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Resume stopped tasks or run failed ones again.",
    discussion: """
      The service keeps no storage keys, so they are asked for, or taken from FERRY_SOURCE_AK, \
      FERRY_SOURCE_SK, FERRY_DESTINATION_AK and FERRY_DESTINATION_SK.
      """)

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Only the objects that failed.")
  var failedOnly = false

  func run() async throws {
    let connection = try await connection.resolve()
    try await ActionCommand(connection: connection, options: options)
      .run(.start(failedOnly: failedOnly), on: targets)
  }
}
