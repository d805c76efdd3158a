import ArgumentParser
import Migration
import MigrationCore

/// `ferry bandwidth`: replaces the speed limits of tasks.
struct Bandwidth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replace the speed limits of tasks that have not finished.",
    discussion: "OMS v1 takes limits from 5 MiB/s to 10 GiB/s, v2 from 1 MiB/s to 200 MiB/s.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "Task ids.", completion: Completions.tasks)
  var ids: [String]

  @Option(
    parsing: .upToNextOption,
    help: """
      The new limits, at most 5: 08:00-18:59=20MiB (bytes a second) for a part of the day, 20MiB \
      for all of it.
      """)
  var limit: [String] = []

  @Flag(help: "No limit any more.")
  var none = false

  @OptionGroup var options: ActionOptions

  func validate() throws {
    guard limit.isEmpty == none else {
      throw ValidationError("give --limit with the new limits, or --none, but not both")
    }
  }

  func run() async throws {
    let ids = try ids.map(TaskIDText.read)
    let windows = try limit.map { text throws(ConfigurationError) in try BandwidthWindow(text) }
    do {
      try BandwidthWindow.check(windows)
    } catch {
      throw Failure(Failure.usage, error.line)
    }
    // Limits can be set back, so whoever gives them has said yes; a protected profile wants more.
    var options = options
    options.yes = true
    try await TaskActionCommand(connection: connection, options: options)
      .run(.limit(windows), on: .ids(ids))
  }
}
