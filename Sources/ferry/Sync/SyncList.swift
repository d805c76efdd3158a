import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry sync list`: one row a synchronisation task.
struct SyncList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .of(.syncList),
    discussion: .of(.syncList, example: "ferry sync list --state stopped"))

  /// The states that tasks are listed by.
  enum State: String, ExpressibleByArgument, CaseIterable {
    case synchronising, stopped

    var state: SyncTaskState {
      switch self {
      case .synchronising: .synchronising
      case .stopped: .stopped
      }
    }
  }

  @OptionGroup var connection: ConnectionOptions

  @Option(help: .of(.syncState))
  var state: State?

  @Option(help: .of(.formatOfMany))
  var output: ListFormat = .table

  func run() async throws {
    let backend = try await connection.resolve().backend.synchronisation()
    let page = try await backend.listAllSyncTasks(state: state?.state)
    switch output {
    case .json: Console.raw(try JSONText.of(page.tasks.map(SyncTaskSummary.init)))
    case .csv: SyncRows.csv(of: page.tasks).forEach(Console.raw)
    case .table: Console.table(SyncRows.table(of: page.tasks))
    }
    for reason in page.unreadable { Console.error(.unread(noun: SyncTask.noun, reason)) }
    if !page.unreadable.isEmpty {
      throw Failure(page.tasks.isEmpty ? Failure.failed : Failure.partly)
    }
  }
}
