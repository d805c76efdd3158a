import ArgumentParser
import Migration
import Words

/// `ferry sync stop`: stops synchronisation tasks.
struct SyncStop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: .of(.syncStop),
    discussion: .of(
      .syncStop, example: "ferry sync stop 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60 --wait --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: SyncTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.untilTasksStopped))
  var wait = false

  func run() async throws {
    try await SyncActionCommand(connection: connection, options: options, waits: wait)
      .run(.stop, on: targets.syncIDs())
  }
}

/// `ferry sync delete`: removes synchronisation tasks.
struct SyncDelete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: .of(.syncDelete),
    discussion: .of(
      .syncDelete,
      example: "ferry sync delete 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60 --stop-first --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: SyncTargetOptions
  @OptionGroup var options: ActionOptions

  @Flag(help: .of(.stopTasksFirst))
  var stopFirst = false

  func run() async throws {
    try await SyncActionCommand(connection: connection, options: options)
      .run(stopFirst ? .stopThenDelete : .delete, on: targets.syncIDs())
  }
}

/// `ferry sync start`: lets stopped synchronisation tasks follow their sources again.
struct SyncStart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: .of(.syncStart),
    discussion: .of(
      .syncStart, example: "ferry sync start 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60 --yes"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: SyncTargetOptions
  @OptionGroup var options: ActionOptions

  func run() async throws {
    try await SyncActionCommand(connection: connection, options: options)
      .run(.start, on: targets.syncIDs())
  }
}
