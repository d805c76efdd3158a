import ArgumentParser
import MigrationAPI

/// `ferry show ID`: everything about one task.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show everything about one task.")

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "The task's id.")
  var id: String

  @Option(help: "How to print it.")
  var output: ActionOptions.Format = .table

  func run() async throws {
    let id = try TargetOptions.taskID(id)
    let task: MigrationTask
    do {
      task = try await connection.resolve().backend.show(id)
    } catch let problem as APIProblem {
      throw Failure(Failure.status(of: problem), "task \(id): \(problem.sentence)")
    }
    switch output {
    case .json: Console.raw(try JSONText.of(TaskSummary(task)))
    case .table:
      let lines = TaskRows.details(of: task)
      let width = lines.map(\.name.count).max() ?? 0
      for line in lines {
        let padding = String(repeating: " ", count: width - line.name.count)
        Console.line("\(line.name)\(padding)  \(line.value)")
      }
    }
  }
}
