import ArgumentParser
import Migration
import MigrationCore

/// `ferry bandwidth`: replaces the speed limits of tasks.
struct Bandwidth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replace the speed limits of tasks that have not finished.",
    discussion: HelpNotes.ending(
      """
      \(LimitOptions.ranges)
      """,
      example: "ferry bandwidth --filter state:running --limit 08:00-18:59=20MiB --yes"))

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
  /// Which limits services take.
  static let ranges =
    "OMS v1 takes limits from 5 MiB/s to 10 GiB/s, v2 from 1 MiB/s to 200 MiB/s."

  @Option(
    parsing: .upToNextOption,
    help: """
      The new limits, at most 5: 08:00-18:59=20MiB (bytes a second) for a part of the day, 20MiB \
      for all of it.
      """)
  var limit: [String] = []

  @Flag(help: "No limit any more.")
  var none = false

  func validate() throws {
    guard limit.isEmpty == none else {
      throw ValidationError("give --limit with the new limits, or --none, but not both")
    }
  }

  /// The new limits; none means no limit.
  ///
  /// - Throws: `ConfigurationError` or ``Failure``.
  func windows() throws -> [BandwidthWindow] { try WindowText.read(limit) }
}
