import ArgumentParser
import Foundation
import Migration
import MigrationCore
import Words

/// `ferry history`: what was done to tasks, and what was seen to happen to them.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.history),
    discussion: .of(.history, example: "ferry history --since 2h"))

  @Option(help: .of(.mostEntries))
  var limit: Int = 100

  @Option(
    help: .of(.notOlder))
  var since: String?

  @Option(help: .of(.aboutTask), completion: Completions.tasks)
  var task: String?

  @Option(help: .of(.formatOfHistory))
  var output: OutputFormat = .table

  func validate() throws {
    if limit < 1 { throw ValidationError(.fromOne(option: "--limit")) }
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
      throw Failure(Failure.failed, .unreadFile("\(path)", reason: "\(error)"))
    }
  }

  /// The instant that `text` names.
  ///
  /// - Throws: ``Failure`` when it names none.
  private static func instant(_ text: String, now: Date) throws -> Date {
    if let seconds = UnitText.seconds(text), seconds >= 0, seconds < 1e10 {
      return now.addingTimeInterval(-seconds)
    }
    if let date = TypedDate.read(text) { return date }
    throw Failure(
      Failure.usage, .notAMoment(text))
  }
}
