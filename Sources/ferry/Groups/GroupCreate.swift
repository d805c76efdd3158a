import ArgumentParser
import Migration
import MigrationCore
import Words

/// `ferry group create`: makes a task group, which starts by itself.
struct GroupCreate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: .of(.groupCreate),
    discussion: .of(
      .groupCreate,
      example:
        "ferry group create --from 'aws://photos?region=eu-west-1' --to 'obs://archive?region=cn-north-4'"
    ))

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup(title: "What to move") var selection: SelectionOptions
  @OptionGroup(title: "How to move it") var settings: SettingOptions
  @OptionGroup(title: "Who is told") var notification: NotificationOptions

  @Option(
    help: .of(.likeGroup),
    completion: Completions.groups)
  var like: String?

  @OptionGroup var creation: CreationOptions

  func run() async throws {
    let model = try like.map(GroupIDText.read)
    let service = try await connection.resolve()
    let groups = try await service.backend.groups()
    let task = try await task(like: model, in: groups)
    if creation.dryRun {
      return try await DryRun(connection: service, options: creation).run(on: task) { task in
        try groups.checkGroup(task)
        return false
      }
    }
    try await creation.create(task, on: service, noun: TaskGroup.noun) { task in
      let outcome = try await GroupCreation(
        backend: groups, journal: .own, profile: service.profile
      ).create(task)
      return (outcome.created.id.rawValue, outcome.created.name, outcome.remark)
    }
  }

  private func task(
    like id: TaskGroupID?, in groups: any TaskGroupBackend
  ) async throws -> NewTask {
    var model: NewTask?
    if let id {
      do throws(APIProblem) {
        model = JournalledTask(try await groups.showGroup(id)).newTask
      } catch {
        throw Failure(
          Failure.status(of: error), .about(noun: TaskGroup.noun, id: id.rawValue, error.line))
      }
    }
    var task = try selection.task(
      settings: try settings.settings(like: model?.settings ?? TaskSettings()), kind: .prefix,
      like: model)
    task.notification = notification.request
    try creation.check(task)
    return task
  }
}
