import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry bandwidth`: replaces the speed limits of tasks.
struct Bandwidth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.bandwidth),
    discussion: .of(
      .bandwidth, example: "ferry bandwidth --filter state:running --limit 08:00-18:59=20MiB --yes")
  )

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var targets: TargetOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var options: ActionOptions

  func run() async throws {
    let windows = try limits.windows()
    var options = options
    // Limits can be set back, so whoever gives them to tasks that they name has said yes; a protected
    // profile wants more.
    if targets.filter == nil { options.yes = true }
    try await TaskActionCommand(connection: connection, options: options)
      .run(.limit(windows), on: targets.selection())
  }
}

/// New speed limits.
struct LimitOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: .of(.newLimits))
  var limit: [String] = []

  @Flag(help: .of(.noLimit))
  var none = false

  func validate() throws {
    guard limit.isEmpty == none else {
      throw ValidationError(.limitsOrNone)
    }
  }

  /// The new limits; none means no limit.
  ///
  /// - Throws: `ConfigurationError` or ``Failure``.
  func windows() throws -> [BandwidthWindow] { try WindowText.read(limit) }
}
