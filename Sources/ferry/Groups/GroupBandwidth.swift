import ArgumentParser
import Migration
import Words

/// `ferry group bandwidth`: replaces the speed limits of groups.
struct GroupBandwidth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bandwidth",
    abstract: .of(.groupBandwidth),
    discussion: .of(
      .groupBandwidth,
      example: "ferry group bandwidth 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61 --limit 20MiB"))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: GroupTargetOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var options: ActionOptions

  func run() async throws {
    let windows = try limits.windows()
    var options = options
    // As for tasks that are named: limits can be set back.
    options.yes = true
    try await GroupActionCommand(connection: connection, options: options)
      .run(.limit(windows), on: targets.groupIDs())
  }
}
