import ArgumentParser
import Foundation
import Migration
import MigrationCore
import Words

/// `ferry sync show ID`: everything about one synchronisation task.
struct SyncShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .of(.syncShow),
    discussion: .of(
      .syncShow, example: "ferry sync show 0d6f3c1e-7d5b-4f0e-9f3a-2b8c1d4e5f60 --month 2026-10"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: .of(.syncID), completion: Completions.syncTasks)
  var id: String

  @Option(help: .of(.month))
  var month: String?

  @Option(help: .of(.formatOfOne))
  var output: OutputFormat = .table

  func run() async throws {
    let id = try SyncIDText.read(id)
    let month = try month.map(Self.middle) ?? Date()
    let backend = try await connection.resolve().backend.synchronisation()
    let task: SyncTask
    do throws(APIProblem) {
      task = try await backend.showSyncTask(id, inMonthOf: month)
    } catch {
      throw Failure(
        Failure.status(of: error), .about(noun: SyncTask.noun, id: id.rawValue, error.line))
    }
    switch output {
    case .json: Console.raw(try JSONText.of(SyncTaskSummary(task)))
    case .table: SyncRows.details(of: task).printed()
    }
  }

  /// A day that is in the month wherever the service is.
  private static func middle(of month: String) throws -> Date {
    guard month.wholeMatch(of: #/[0-9]{4}-[0-9]{2}/#) != nil,
      let date = TypedDate.read("\(month)-15"), date.timeIntervalSince1970 > 0
    else {
      throw Failure(Failure.usage, .notAMonth(month))
    }
    return date
  }
}
