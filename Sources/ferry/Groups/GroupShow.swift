import ArgumentParser
import Migration
import MigrationCore

/// `ferry group show ID`: everything about one group.
struct GroupShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything about one task group.",
    discussion: HelpNotes.ending(
      "'ferry list --filter group:ID' lists its tasks.",
      example: "ferry group show 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: "The group's id.", completion: Completions.groups)
  var id: String

  @Option(help: "How to print it.")
  var output: OutputFormat = .table

  func run() async throws {
    let id = try GroupIDText.read(id)
    let backend = try await connection.resolve().backend
    let group: TaskGroup
    do throws(APIProblem) {
      group = try await backend.groups().showGroup(id)
    } catch {
      throw Failure(Failure.status(of: error), "group \(id): \(error.line)")
    }
    switch output {
    case .json: Console.raw(try JSONText.of(group.summary))
    case .table: GroupRows.details(of: group).printed()
    }
  }
}
