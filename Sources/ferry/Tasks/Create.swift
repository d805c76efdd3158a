import ArgumentParser
import Migration
import MigrationCore
import Words

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

  @OptionGroup var confirmation: ConfirmOption

  @Flag(help: "Say what would be created, and create nothing.")
  var dryRun = false

  func run() async throws {
    var task = try selection.task(settings: settings.settings())
    do {
      try task.check()
    } catch {
      throw Failure(Failure.usage, error.line)
    }
    if dryRun {
      var lines = DetailLines()
      lines.add(JournalledTask(task))
      return lines.printed()
    }
    task.keys = try KeyPrompt(environment: Environment.current).keys(
      source: task.source.needsKeys, destination: task.destination.needsKeys)
    let connection = try await connection.resolveForChange()
    try confirm(on: connection)
    let outcome = try await TaskCreation(
      backend: connection.backend, journal: .own, profile: connection.profile
    ).create(task)
    if let remark = outcome.remark { Console.progress(remark.line) }
    Console.line(String(outcome.task.id.rawValue))
  }

  /// Asks for the name of a protected profile, unless it was given; any other profile asks nothing.
  ///
  /// - Throws: ``Failure`` unless the answer is that name.
  private func confirm(on connection: Connection) throws {
    try confirmation.check("create", on: connection)
    let profile = connection.profile
    let challenge = Challenge(targets: 1, profile: profile, isProtected: connection.isProtected)
    guard !challenge.isMet(by: .beforehand(profile: confirmation.confirm)) else { return }
    let tongue = Spoken.tongue
    let question = tongue.question("create", 1, of: MigrationTask.noun, on: profile)
    let answer = Console.ask("\(question) \(tongue.words(challenge))")
    guard challenge.isMet(by: .typed(answer)) else {
      throw Failure(Failure.failed, "not confirmed; nothing was sent")
    }
  }
}
