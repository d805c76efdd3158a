import ArgumentParser
import Foundation
import Migration
import MigrationCore

/// `ferry history`: what was done to tasks.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the journal of actions, oldest first.",
    discussion: """
      With --task, the latest definition of the task follows: all it takes to create it again, but \
      for the storage keys, which are kept nowhere.
      """)

  @Option(help: "The most actions to print, the latest ones.")
  var limit: Int = 100

  @Option(help: "Only actions on this task.", completion: Completions.tasks)
  var task: String?

  @Option(help: "How to print them; json gives both lines of each action.")
  var output: OutputFormat = .table

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() async throws {
    let id = try task.map(TaskIDText.read)
    let actions = JournalledAction.all(of: try records())
      .filter { id == nil || $0.task == id?.rawValue }.suffix(limit)
    switch output {
    case .json: Console.raw(try JSONText.of(actions.flatMap(\.records)))
    case .table:
      Self.table(of: actions).lines.forEach(Console.line)
      guard id != nil, let definition = actions.last(where: { $0.begin.definition != nil }) else {
        return
      }
      Console.line("")
      var lines = DetailLines()
      definition.begin.definition.map { lines.add($0) }
      lines.printed()
    }
  }

  private func records() throws -> [JournalRecord] {
    do {
      return try Journal.own.records()
    } catch {
      let path = FerryPaths(environment: Environment.current).journal
      throw Failure(Failure.failed, "\(path) cannot be read (\(error))")
    }
  }

  private static func table(of actions: some Sequence<JournalledAction>) -> TextTable {
    var table = TextTable([
      .init(title: "TIME"), .init(title: "PROFILE"), .init(title: "ACTION"), .init(title: "TASK"),
      .init(title: "NAME"), .init(title: "OUTCOME"),
    ])
    for action in actions {
      let target = action.begin.group.map { "group \($0)" } ?? action.task.map(String.init)
      let outcome = [action.end?.outcome ?? "not known", action.end?.message]
      table.add([
        action.begin.at.formatted(.iso8601), action.begin.profile, action.begin.action,
        target ?? "-", action.end?.name ?? action.begin.name ?? "-",
        outcome.compactMap(\.self).joined(separator: ": "),
      ])
    }
    return table
  }
}
