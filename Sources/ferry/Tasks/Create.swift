import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry create`: makes a task, which starts by itself.
struct Create: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.create),
    discussion: .of(
      .create,
      example:
        "ferry create --from local:/srv/photos --to 's3://archive/?endpoint=https://s3.example.com'"
    ))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup(title: "What to move") var selection: SelectionOptions
  @OptionGroup(title: "How to move it") var settings: SettingOptions
  @OptionGroup(title: "Who is told") var notification: NotificationOptions

  @Option(
    help: .of(.likeTask),
    completion: Completions.tasks)
  var like: String?

  @OptionGroup var creation: CreationOptions

  func run() async throws {
    let (task, service) = try await prepared()
    if creation.dryRun {
      return try await DryRun(connection: service, options: creation).run(on: task) {
        try await service.backend.check($0)
      }
    }
    try await creation.create(task, on: service, noun: MigrationTask.noun) { task in
      let outcome = try await TaskCreation(
        backend: service.backend, journal: .own, profile: service.profile
      ).create(task)
      return (outcome.created.id.rawValue, outcome.created.name, outcome.remark)
    }
  }

  private func prepared() async throws -> (NewTask, Connection) {
    guard let like else {
      // What is wrong with a command is told before anybody is asked anything.
      let task = try task(like: nil)
      return (task, try await connection.resolve())
    }
    let id = try TaskIDText.read(like)
    let service = try await connection.resolve()
    return (try task(like: try await TaskModel(service: service).task(like: id)), service)
  }

  private func task(like model: NewTask?) throws -> NewTask {
    var task = try selection.task(
      settings: try settings.settings(like: model?.settings ?? TaskSettings()), like: model)
    task.notification = notification.request
    try creation.check(task)
    return task
  }
}
