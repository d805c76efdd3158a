import ArgumentParser
import MigrationCore
import Migration

/// `ferry create`: makes a task, which starts by itself.
struct Create: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Create a task; prints its id.",
    discussion: """
      Locations: local:/PATH, s3://BUCKET/PREFIX?endpoint=URL, obs://BUCKET/PREFIX?region=R \
      (likewise aws, oss, cos, …), rclone:REMOTE:BUCKET/PREFIX. A source prefix that ends in / is a \
      folder, any other one object. Storage keys are asked for, or taken from FERRY_SOURCE_AK, \
      FERRY_SOURCE_SK, FERRY_DESTINATION_AK and FERRY_DESTINATION_SK.

      A create whose answer is lost is never sent a second time; the list is searched for the new \
      task instead.
      """)

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup(title: "What to move") var selection: SelectionOptions
  @OptionGroup(title: "How to move it") var settings: SettingOptions

  @Flag(help: "Say what would be created, and create nothing.")
  var dryRun = false

  func run() async throws {
    var task = try selection.task(settings: settings.settings())
    do {
      try task.check()
    } catch {
      throw Failure(Failure.usage, error.sentence)
    }
    if dryRun {
      var lines = DetailLines()
      lines.add(JournalledTask(task))
      return lines.printed()
    }
    task.keys = try KeyPrompt(environment: Environment.current).keys(
      source: task.source.needsKeys, destination: task.destination.needsKeys)
    let connection = try await connection.resolveForChange()
    let outcome = try await TaskCreation(
      backend: connection.backend, journal: .own, profile: connection.profile
    ).create(task)
    if let remark = outcome.remark { Console.progress(remark) }
    Console.line(String(outcome.task.id.rawValue))
  }
}
