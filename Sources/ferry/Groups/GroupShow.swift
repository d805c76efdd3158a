import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry group show ID`: everything about one group.
struct GroupShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: .of(.groupShow),
    discussion: .of(.groupShow, example: "ferry group show 9d2c7a4e-54f1-4a39-8d55-3a1f0c2b7e61"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: .of(.groupID), completion: Completions.groups)
  var id: String

  @Option(help: .of(.formatOfOne))
  var output: OutputFormat = .table

  func run() async throws {
    let id = try GroupIDText.read(id)
    let service = try await connection.resolve()
    let group: TaskGroup
    do throws(APIProblem) {
      group = try await service.backend.groups().showGroup(id)
    } catch {
      throw Failure(
        Failure.status(of: error), .about(noun: TaskGroup.noun, id: id.rawValue, error.line))
    }
    switch output {
    case .json: Console.raw(try JSONText.of(group.summary))
    case .table:
      let zone = await service.zone(of: group.settings.bandwidth)
      GroupRows.details(of: group, zone: zone).printed()
    }
  }
}
