import ArgumentParser
import Migration
import MigrationCore

/// `ferry list`: one row a task.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List tasks, what needs you first.",
    discussion: HelpNotes.ending(
      """
      On a terminal, the table has the columns that fit; in a pipe or a file it has all of them.
      """,
      example: "ferry list --filter 'state:failed age>1d' --sort size:desc"))

  @OptionGroup var connection: ConnectionOptions

  @Option(help: FilterText.help, completion: Completions.filters)
  var filter: String?

  @Option(
    help: """
      The column to sort by; KEY:desc puts the largest first. Keys: \
      \(TaskOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    completion: Completions.sortKeys)
  var sort: String?

  @Option(help: "The most tasks to print.")
  var limit: Int?

  @Option(help: "How to print them.")
  var output: ListFormat = .table

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run() async throws {
    let listing = TaskSearch(
      filter: try FilterText.read(filter ?? ""), order: try order(), limit: limit)
    let service = try await connection.resolve()
    let page = try await listing.read(from: service.backend)
    switch output {
    case .json:
      let ends = EndTimes(.own, on: service.profile)
      Console.raw(try JSONText.of(page.tasks.map { $0.summary(endedAt: ends.end(of: $0)) }))
    case .csv: TaskCSV.lines(of: page.tasks).forEach(Console.raw)
    case .table: Console.table(TaskRows.table(of: page.tasks))
    }
    if !page.leftOut.tasks.isEmpty { Console.error(page.leftOut.line) }
    for reason in page.unreadable { Console.error("a task could not be read: \(reason)") }
    if !page.unreadable.isEmpty {
      throw Failure(page.tasks.isEmpty ? Failure.failed : Failure.partly)
    }
  }

  private func order() throws -> TaskOrder {
    try sort.map { text throws(ConfigurationError) in try TaskOrder(text) } ?? .attention
  }
}
