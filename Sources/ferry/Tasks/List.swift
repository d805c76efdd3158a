import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry list`: one row a task.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.list),
    discussion: .of(.list, example: "ferry list --filter 'state:failed age>1d' --sort size:desc"))

  @OptionGroup var connection: ConnectionOptions

  @Option(help: .of(.filter), completion: Completions.filters)
  var filter: String?

  @Option(
    help: .of(
      .sort(keys: TaskOrder.Key.allCases.map(\.rawValue).joined(separator: ", "))),
    completion: Completions.sortKeys)
  var sort: String?

  @Option(help: .of(.mostTasks))
  var limit: Int?

  @Option(help: .of(.formatOfMany))
  var output: ListFormat = .table

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError(.fromOne(option: "--limit")) }
  }

  func run() async throws {
    let listing = TaskSearch(
      filter: try FilterText.read(filter ?? ""), order: try order(), limit: limit)
    let service = try await connection.resolve()
    let page = try await listing.read(from: service.backend)
    switch output {
    case .json: Console.raw(try ExportFormat.json.text(of: page.tasks, on: service.profile))
    case .csv: Console.raw(try ExportFormat.csv.text(of: page.tasks, on: service.profile))
    case .table: Console.table(TaskRows.table(of: page.tasks))
    }
    if !page.leftOut.tasks.isEmpty { Console.error(page.leftOut.line) }
    for reason in page.unreadable { Console.error(.unread(noun: MigrationTask.noun, reason)) }
    if !page.unreadable.isEmpty {
      throw Failure(page.tasks.isEmpty ? Failure.failed : Failure.partly)
    }
  }

  private func order() throws -> TaskOrder {
    try sort.map { text throws(ConfigurationError) in try TaskOrder(text) } ?? .attention
  }
}
