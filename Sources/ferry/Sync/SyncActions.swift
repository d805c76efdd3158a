import ArgumentParser
import Migration

/// `ferry sync stop`: stops synchronisation tasks.
struct SyncStop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "Stop synchronisation tasks.",
    discussion: HelpNotes.ending(
      """
      Changes at the source are no longer followed. Starting again needs the storage keys again.
      """,
      example: "ferry sync stop 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60 --wait --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: SyncTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Return when the tasks have stopped.")
  var wait = false

  func run() async throws {
    try await SyncActionCommand(connection: connection, options: options, waits: wait)
      .run(.stop, on: targets.syncIDs())
  }
}

/// `ferry sync delete`: removes synchronisation tasks.
struct SyncDelete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete synchronisation tasks.",
    discussion: HelpNotes.ending(
      """
      One that follows its source is refused, unless --stop-first. Objects that have arrived stay.
      """,
      example: "ferry sync delete 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60 --stop-first --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: SyncTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Stop a running task first, wait until it has stopped, then delete it.")
  var stopFirst = false

  func run() async throws {
    try await SyncActionCommand(connection: connection, options: options)
      .run(stopFirst ? .stopThenDelete : .delete, on: targets.syncIDs())
  }
}

/// `ferry sync start`: lets stopped synchronisation tasks follow their sources again.
struct SyncStart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Let stopped synchronisation tasks follow their sources again.",
    discussion: HelpNotes.ending(
      """
      \(KeyPrompt.explanation)
      """,
      example: "ferry sync start 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60 --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: SyncTargetOptions
  @OptionGroup var options: ActionOptions

  func run() async throws {
    try await SyncActionCommand(connection: connection, options: options)
      .run(.start, on: targets.syncIDs())
  }
}
