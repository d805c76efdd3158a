import ArgumentParser
import Foundation
import MigrationAPI

/// `ferry history`: what was done to tasks.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the journal of actions, oldest first.")

  @Option(help: "The most actions to print, the latest ones.")
  var limit: Int = 100

  @Option(help: "How to print them; json gives both lines of each action.")
  var output: ActionOptions.Format = .table

  func run() async throws {
    let path = FerryPaths(environment: Environment.current).journal
    let records: [JournalRecord]
    do {
      records = try Journal(path: path).records()
    } catch {
      throw Failure(Failure.failed, "\(path) cannot be read (\(error))")
    }
    switch output {
    case .json: Console.raw(try JSONText.of(records.suffix(limit * 2)))
    case .table: Self.table(of: records, limit: limit).lines.forEach(Console.line)
    }
  }

  private static func table(of records: [JournalRecord], limit: Int) -> TextTable {
    let ends = Dictionary(
      records.filter { $0.outcome != nil }.map { ($0.entry, $0) }, uniquingKeysWith: { $1 })
    var table = TextTable([
      .init(title: "TIME"), .init(title: "PROFILE"), .init(title: "ACTION"), .init(title: "TASK"),
      .init(title: "NAME"), .init(title: "OUTCOME"),
    ])
    for begin in records.filter({ $0.outcome == nil }).suffix(limit) {
      let end = ends[begin.entry]
      let outcome = [end?.outcome ?? "not known", end?.message].compactMap(\.self)
      let task = end?.task ?? begin.task
      table.add([
        begin.at.formatted(.iso8601), begin.profile, begin.action,
        task.map(String.init) ?? "-", end?.name ?? begin.name ?? "-",
        outcome.joined(separator: ": "),
      ])
    }
    return table
  }
}
