import ArgumentParser
import Foundation
import Migration
import MigrationCore

/// `ferry history`: what was done to tasks, and what was seen to happen to them.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what was done to tasks and seen to happen to them, oldest first.",
    discussion: HelpNotes.ending(
      """
      With --task, the latest definition of the task follows: all it takes to create it again, but \
      for the storage keys, which are kept nowhere.
      """,
      example: "ferry history --since 2h"))

  @Option(help: "The most entries to print, the latest ones.")
  var limit: Int = 100

  @Option(
    help: """
      Only what is not older than this: 90s, 5m, 2h or 30d ago, or an instant such as \
      2026-11-26T18:00:00Z.
      """)
  var since: String?

  @Option(help: "Only entries about this task.", completion: Completions.tasks)
  var task: String?

  @Option(help: "How to print them; json gives both lines of each action.")
  var output: OutputFormat = .table

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() async throws {
    let id = try task.map(TaskIDText.read)
    let entries = try entries(about: id)
    switch output {
    case .json: Console.raw(try JSONText.of(entries.flatMap(HistoryLine.all)))
    case .table:
      HistoryLine.table(of: entries).lines().forEach(Console.line)
      guard id != nil, let definition = entries.lazy.reversed().compactMap(\.definition).first
      else { return }
      Console.line("")
      var lines = DetailLines()
      lines.add(definition)
      lines.printed()
    }
  }

  private func entries(about id: TaskID?) throws -> [TaskHistory.Entry] {
    let since = try since.map { try Self.instant($0, now: Date()) }
    do {
      return try TaskHistory(journal: .own, seen: .own)
        .latest(limit, since: since, task: id)
    } catch {
      let path = FerryPaths(environment: Environment.current).journal
      throw Failure(Failure.failed, "\(path) cannot be read (\(error))")
    }
  }

  /// The instant that `text` names.
  ///
  /// - Throws: ``Failure`` when it names none.
  private static func instant(_ text: String, now: Date) throws -> Date {
    if let seconds = UnitText.seconds(text), seconds >= 0, seconds < 1e10 {
      return now.addingTimeInterval(-seconds)
    }
    if let date = try? Date(text, strategy: .iso8601) { return date }
    throw Failure(
      Failure.usage, "'\(text)' is not a time; write 90s, 5m, 2h, 30d or 2026-11-26T18:00:00Z")
  }
}
