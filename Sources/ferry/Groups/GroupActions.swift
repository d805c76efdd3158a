import ArgumentParser
import Migration
import Words

/// `ferry group stop`: stops groups.
struct GroupStop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: .of(.groupStop),
    discussion: .of(
      .groupStop, example: "ferry group stop 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --wait --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.untilGroupsStopped))
  var wait = false

  func run() async throws {
    try await GroupActionCommand(connection: connection, options: options, waits: wait)
      .run(.stop, on: targets.groupIDs())
  }
}

/// `ferry group delete`: removes groups.
struct GroupDelete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: .of(.groupDelete),
    discussion: .of(
      .groupDelete,
      example: "ferry group delete 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --stop-first --wait --yes")
  )

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.stopGroupsFirst))
  var stopFirst = false

  @Flag(help: .of(.untilGroupsGone))
  var wait = false

  func run() async throws {
    try await GroupActionCommand(connection: connection, options: options, waits: wait)
      .run(stopFirst ? .stopThenDelete : .delete, on: targets.groupIDs())
  }
}

/// `ferry group start`: resumes stopped groups.
struct GroupStart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: .of(.groupStart),
    discussion: .of(
      .groupStart, example: "ferry group start 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --yes"))

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
    commandName: "retry", abstract: .of(.groupRetry),
    discussion: .of(
      .groupRetry,
      example: "ferry group retry 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --failed-only --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.failedOnly))
  var failedOnly = false

  func run() async throws {
    try await GroupActionCommand(connection: connection, options: options)
      .run(.retry(failedOnly: failedOnly), on: targets.groupIDs())
  }
}
