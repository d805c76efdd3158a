import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry sync create`: makes a synchronisation task, which starts by itself.
struct SyncCreate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: .of(.syncCreate),
    discussion: .of(
      .syncCreate,
      example:
        "ferry sync create --from 'aws://photos?region=eu-west-1' --to 'obs://archive?region=cn-north-4'"
    ))

  @OptionGroup var connection: ConnectionOptions

  @Option(help: .of(.followed))
  var from: String

  @Option(help: .of(.following))
  var to: String

  @OptionGroup(title: "How to move it") var settings: SettingOptions
  @OptionGroup var creation: CreationOptions

  func run() async throws {
    let task = NewTask(
      source: try StorageLocation(from), destination: try StorageLocation(to),
      keys: TransferKeys(), settings: try settings.settings())
    try creation.check(task)
    let service = try await connection.resolve()
    let backend = try await service.backend.synchronisation()
    if creation.dryRun {
      return try await DryRun(connection: service, options: creation).run(on: task) { task in
        try backend.checkSyncTask(NewSyncTask(task))
        return false
      }
    }
    try await creation.create(task, on: service, noun: SyncTask.noun) { task in
      let outcome = try await SyncCreation(
        backend: backend, journal: .own, profile: service.profile
      ).create(task)
      return (outcome.created.id.rawValue, outcome.created.name, outcome.remark)
    }
  }
}
