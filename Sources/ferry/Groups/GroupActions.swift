import ArgumentParser
import Migration

/// `ferry group stop`: stops groups.
struct GroupStop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: "Stop groups with all of their tasks.",
    discussion: HelpNotes.ending(
      example: "ferry group stop 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --wait --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Return when the groups have stopped.")
  var wait = false

  func run() async throws {
    try await GroupActionCommand(connection: connection, options: options, waits: wait)
      .run(.stop, on: targets.groupIDs())
  }
}

/// `ferry group delete`: removes groups.
struct GroupDelete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete groups with all of their tasks.",
    discussion: HelpNotes.ending(
      "A group that runs is refused, unless --stop-first. Objects that have arrived stay.",
      example: "ferry group delete 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --stop-first --wait --yes")
  )

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Stop a running group first, wait until it has stopped, then delete it.")
  var stopFirst = false

  @Flag(help: "Return when the groups are gone.")
  var wait = false

  func run() async throws {
    try await GroupActionCommand(connection: connection, options: options, waits: wait)
      .run(stopFirst ? .stopThenDelete : .delete, on: targets.groupIDs())
  }
}

/// `ferry group start`: resumes stopped groups.
struct GroupStart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Resume stopped groups.",
    discussion: HelpNotes.ending(
      KeyPrompt.explanation,
      example: "ferry group start 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var options: ActionOptions

  func run() async throws {
    try await GroupActionCommand(connection: connection, options: options)
      .run(.start, on: targets.groupIDs())
  }
}

/// `ferry group retry`: runs failed groups again.
struct GroupRetry: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Run failed groups again.",
    discussion: HelpNotes.ending(
      KeyPrompt.explanation,
      example: "ferry group retry 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --failed-only --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: "Only the objects that failed.")
  var failedOnly = false

  func run() async throws {
    try await GroupActionCommand(connection: connection, options: options)
      .run(.retry(failedOnly: failedOnly), on: targets.groupIDs())
  }
}
