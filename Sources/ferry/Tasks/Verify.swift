import ArgumentParser
import Dashboard
import Foundation
import Migration
import MigrationCore
import MigrationService
import Words

/// `ferry verify ID`: compares the two sides of a task, and moves again what does not agree.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: .of(.verify),
    discussion: .of(.verify, example: "ferry verify 179531974330200"))

  @OptionGroup var connection: ConnectionOptions

  @Argument(help: .of(.taskID), completion: Completions.tasks)
  var id: String

  @Option(help: .of(.report), completion: .file())
  var report: String?

  @Flag(name: .customLong("read"), help: .of(.readContents))
  var readsContents = false

  @Flag(help: .of(.repair))
  var repair = false

  @OptionGroup var confirmation: ConfirmOption

  func run() async throws {
    let id = try TaskIDText.read(id)
    let service = try await service()
    var task = try await TaskModel(service: service).task(like: id) { task in
      guard task.state.isFinished else {
        throw Failure(Failure.failed, .unfinished(id: "\(id)", state: task.state.word))
      }
    }
    try check(task, id, on: service)
    task.keys = try await KeyPrompt(environment: Environment.current).keys(for: task)
    let output = try DifferenceOutput(report)
    var mendable: [String] = []
    let tally = try await compare(task, id) { difference in
      if difference.isMendable { mendable.append(difference.key) }
      try output.add(difference)
    }
    try output.finish(tally)
    guard tally.differing > 0 else { return }
    if repair { try await mend(mendable, of: task, id, on: service) }
    throw Failure(Failure.failed)
  }

  /// Only v2 knows of tasks that replace what seems to be newer.
  private func service() async throws -> Connection {
    guard repair else { return try await connection.resolve() }
    var connection = connection
    connection.api = connection.api ?? "v2"
    let service = try await connection.resolveForChange()
    try confirmation.check("create", on: service)
    return service
  }

  private func check(_ task: NewTask, _ id: TaskID, on service: Connection) throws {
    guard task.kind == .object || task.kind == .prefix else {
      throw Failure(Failure.failed, .uncomparable(id: "\(id)", type: task.kind.rawValue))
    }
    let isHere = [task.source, task.destination].allSatisfy {
      !["Local", "Rclone"].contains($0.provider) || service.endpoint.isOnThisMachine
    }
    guard isHere else { throw Failure(Failure.failed, .onAnotherMachine(id: "\(id)")) }
  }

  private func compare(
    _ task: NewTask, _ id: TaskID, _ found: (ObjectDifference) throws -> Void
  ) async throws -> ComparisonTally {
    let comparison = SideComparison(program: try await RcloneProgram.find())
    defer { Console.transient("") }
    do {
      return try await comparison.compare(task, readsContents: readsContents) { tally in
        Console.transient(
          .comparing(same: countText(tally.same), differing: countText(tally.differing)))
      } found: {
        try found($0)
      }
    } catch let problem as MoverProblem {
      throw Failure(
        Failure.failed,
        .uncompared(id: "\(id)", reason: problem.clause, code: problem.code))
    }
  }

  /// As many keys as a service reads of one creation for certain.
  private static let mostKeys = 10_000

  /// Starts a task for these objects alone, which replaces whatever is there; several when they are very
  /// many.
  private func mend(
    _ objects: [String], of task: NewTask, _ id: TaskID, on service: Connection
  ) async throws {
    guard !objects.isEmpty else { throw Failure(Failure.failed, .unrepairable(id: "\(id)")) }
    var task = task
    task.kind = .object
    task.settings.changedSince = nil
    task.settings.overwriteMode = try SettingWords.overwrite.code(of: "always")
    try confirmation.agree(toCreate: MigrationTask.noun, on: service)
    let creation = TaskCreation(
      backend: service.backend, journal: .own, profile: service.profile)
    var rest = objects[...]
    while !rest.isEmpty {
      task.source.keys = Array(rest.prefix(Self.mostKeys))
      rest = rest.dropFirst(Self.mostKeys)
      let outcome = try await creation.create(task)
      Console.progress(
        .repairing(
          task: "\(outcome.created.id)", objects: countText(Int64(task.source.keys.count))))
    }
  }
}
