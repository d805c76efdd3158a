import ArgumentParser
import Foundation
import MigrationAPI

/// `ferry list`: one row a task.
struct List: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  static let configuration = CommandConfiguration(abstract: "List tasks, newest first.")

  @OptionGroup var connection: ConnectionOptions

  @Option(help: "Only tasks that pass this filter, such as 'state:running,waiting'.")
  var filter: String?

  @Option(help: "The column to sort by; KEY:desc puts the largest first.")
  var sort: String?

  @Option(help: "The most tasks to print.")
  var limit: Int?

  @Option(help: "How to print them.")
  var output: Format = .table

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() async throws {
    let filter = try TaskFilter(filter ?? "")
    let order = try sort.map { text throws(ConfigurationError) in try TaskOrder(text) }
    let backend = try await connection.resolve().backend
    // Only without a filter and an order are the first tasks of the service the ones to print.
    let readLimit = filter == .everything && order == nil ? limit : nil
    let page = try await backend.listAll(limit: readLimit)
    var tasks = page.tasks.filter { filter.matches($0, now: Date()) }
    if let order { tasks.sort(by: order.precedes) }
    if let limit { tasks = Array(tasks.prefix(limit)) }
    try printed(tasks)
    for reason in page.unreadable { Console.error("a task could not be read: \(reason)") }
  }

  private func printed(_ tasks: [MigrationTask]) throws {
    switch output {
    case .json: Console.raw(try JSONText.of(tasks.map(TaskSummary.init)))
    case .csv: TaskCSV.lines(of: tasks).forEach(Console.raw)
    case .table: TaskRows.table(of: tasks).lines.forEach(Console.line)
    }
  }
}
