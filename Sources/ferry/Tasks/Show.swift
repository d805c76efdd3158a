import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry show ID`: everything about one task.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.show),
    discussion: .of(.show, example: "ferry show 179531974330200"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: .of(.taskID), completion: Completions.tasks)
  var id: String

  @Option(help: .of(.formatOfOne))
  var output: OutputFormat = .table

  func run() async throws {
    let id = try TaskIDText.read(id)
    let service = try await connection.resolve()
    let task: MigrationTask
    do throws(APIProblem) {
      task = try await service.backend.show(id)
    } catch {
      throw Failure(
        Failure.status(of: error), .about(noun: MigrationTask.noun, id: "\(id)", error.line))
    }
    let zone = await service.zone(of: task.settings.bandwidth)
    switch output {
    case .json:
      let ends = EndTimes(.own, on: service.profile)
      Console.raw(try JSONText.of(TaskDetails(task, endedAt: ends.end(of: task), zone: zone)))
    case .table: TaskRows.details(of: task, zone: zone).printed()
    }
  }
}
