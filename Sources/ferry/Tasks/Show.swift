import ArgumentParser
import Migration
import MigrationCore

/// `ferry show ID`: everything about one task.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show everything about one task.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "The task's id.", completion: Completions.tasks)
  var id: String

  @Option(help: "How to print it.")
  var output: OutputFormat = .table

  func run() async throws {
    let id = try TaskIDText.read(id)
    let backend = try await connection.resolve().backend
    let task: MigrationTask
    do throws(APIProblem) {
      task = try await backend.show(id)
    } catch {
      throw Failure(Failure.status(of: error), "task \(id): \(error.line)")
    }
    switch output {
    case .json: Console.raw(try JSONText.of(TaskDetails(task)))
    case .table: TaskRows.details(of: task).printed()
    }
  }
}
