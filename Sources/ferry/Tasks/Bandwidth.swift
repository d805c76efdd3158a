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

  @Flag(help: "Do not ask; only a protected profile makes that necessary.")
  var yes = false

  @Option(help: "How to print the results.")
  var output: OutputFormat = .table

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
      throw Failure(Failure.usage, error.sentence)
    }
    let connection = try await connection.resolveForChange()
    if connection.isProtected, !yes { try confirm(ids.count, connection) }
    let results = try await BandwidthChange(
      backend: connection.backend, journal: .own, profile: connection.profile
    ).run(windows, on: ids)
    try ResultReport(noun: "task", format: output, isDry: false).end(with: results)
  }

  private func confirm(_ count: Int, _ connection: Connection) throws {
    let verb = "change the speed limits of"
    guard Console.isInteractive else {
      throw Failure(
        Failure.usage, "not on a terminal, so nothing can be asked; give --yes to \(verb) tasks")
    }
    try ActionCommand.confirm(
      ConfirmationFacts(
        verb, consequence: "The new limits hold at once and replace all earlier ones.",
        count: count, of: "task", on: connection.profile, isProtected: connection.isProtected))
  }
}
