import ArgumentParser
import Migration
import MigrationCore
import Words

/// How a creation is confirmed and reported.
struct CreationOptions: ParsableArguments {
  @OptionGroup var confirmation: ConfirmOption

  @Flag(help: .of(.dryCreation))
  var dryRun = false

  @Option(help: .of(.formatOfAnswer))
  var output: OutputFormat = .table

  /// An answer as `--output json` has it.
  private struct Created<ID: Encodable>: Encodable {
    var id: ID
    var name: String
    var remark: String?
  }

  /// Checks what no service takes.
  ///
  /// - Throws: ``Failure``.
  func check(_ task: NewTask) throws {
    do {
      try task.check()
    } catch {
      throw Failure(Failure.usage, error.line)
    }
  }

  /// Shows where objects arrive, gets the keys, asks for the name of a protected profile, creates and
  /// prints the answer.
  ///
  /// - Parameters:
  ///   - task: The task, without keys.
  ///   - service: Where it is to be created.
  ///   - noun: What it is called.
  ///   - create: Sends the creation.
  /// - Throws: ``Failure`` or `APIProblem`.
  func create<ID: Encodable>(
    _ task: NewTask, on service: Connection, noun: String,
    _ create: (NewTask) async throws -> (id: ID, name: String, remark: ActionRemark?)
  ) async throws {
    guard !service.isReadOnly else { throw ConnectionOptions.readOnly(service) }
    if Console.showsErrors, let example = ArrivalExample(task, at: service.endpoint) {
      Console.progress(example.line)
    }
    var task = task
    task.keys = try await KeyPrompt(environment: Environment.current).keys(for: task)
    try confirmation.agree(toCreate: noun, on: service)
    let created = try await create(task)
    switch output {
    case .json:
      Console.raw(
        try JSONText.of(
          Created(
            id: created.id, name: created.name,
            remark: created.remark.map(Spoken.written.words))))
    case .table:
      if let remark = created.remark { Console.progress(remark.line) }
      Console.line("\(created.id)")
    }
  }
}
