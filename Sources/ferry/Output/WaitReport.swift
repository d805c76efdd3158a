import Migration
import MigrationCore
import Words

/// What a wait came to for each task, as lines or JSON and as an exit status.
struct WaitReport {
  /// How the wait for a task ended.
  typealias Waited = (id: TaskID, end: TaskWait.End)

  /// What was waited for.
  var goal: TaskWait.Goal
  /// The longest time to wait, as it was typed.
  var timeout: String
  var format: OutputFormat

  /// Prints what is to be said and ends with the status that it adds up to.
  ///
  /// - Parameters:
  ///   - waited: How it ended for each task.
  ///   - unreadable: Whether there were entries that could not be read and may have been meant.
  /// - Throws: ``Failure`` unless everything went well.
  func end(with waited: [Waited], unreadable: Bool) throws {
    switch format {
    case .json: Console.raw(try JSONText.of(waited.map(summary)))
    case .table: for item in waited { words(about: item, in: Spoken.tongue).map(Console.error) }
    }
    let statuses = waited.compactMap { Self.status(of: $0.end) }
    if let status = Self.status(of: statuses, among: waited.count) { throw Failure(status) }
    if unreadable { throw Failure(Failure.partly) }
  }

  /// What several ends add up to; `nil` when all went well.
  private static func status(of failures: [Int32], among count: Int) -> Int32? {
    let statuses = Set(failures)
    if statuses.isEmpty { return nil }
    if statuses.contains(Failure.timedOut) { return Failure.timedOut }
    if failures.count < count { return Failure.partly }
    return statuses.count == 1 ? statuses.first : Failure.failed
  }

  private static func status(of end: TaskWait.End) -> Int32? {
    switch end {
    case .reached: nil
    case .missed: Failure.failed
    case .timedOut: Failure.timedOut
    case .failed(let problem): Failure.status(of: problem)
    }
  }

  private func words(about waited: Waited, in tongue: any Tongue) -> String? {
    let id = "\(waited.id)"
    return switch waited.end {
    case .reached: nil
    case .missed(let task) where task.state == .failed:
      tongue.words(
        .hasFailed(
          id: id, reason: task.outcome.failure.map { "\($0.code) \($0.message)" },
          advice: task.outcome.failure.flatMap(tongue.advice)))
    case .missed(let task):
      tongue.words(.cannotBe(id: id, state: task.state.word, goal: goal.rawValue))
    case .timedOut(let task):
      tongue.words(.stillIn(id: id, state: task?.state.word, after: timeout))
    case .failed(let problem):
      tongue.words(.about(noun: MigrationTask.noun, id: id, tongue.line(problem)))
    }
  }

  private func summary(of waited: Waited) -> WaitSummary {
    let error = words(about: waited, in: Spoken.written).map { message in
      WaitSummary.Problem(code: waited.end.code, message: message)
    }
    return WaitSummary(
      id: waited.id, task: waited.end.task, outcome: waited.end.outcome, error: error)
  }
}

/// The end of the wait for one task as `--output json` has it.
private struct WaitSummary: Encodable {
  struct Problem: Encodable {
    let code: String
    let message: String
  }

  let id: TaskID
  let task: MigrationTask?
  let outcome: String
  let error: Problem?

  private enum CodingKeys: String, CodingKey { case id, name, state, outcome, error }

  // What is not known is null rather than missing, so that scripts find the member.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id.rawValue, forKey: .id)
    try container.encode(task?.name, forKey: .name)
    try container.encode(task?.state.word, forKey: .state)
    try container.encode(outcome, forKey: .outcome)
    try container.encode(error, forKey: .error)
  }
}

extension TaskWait.End {
  /// The task as it was seen last, if it was.
  fileprivate var task: MigrationTask? {
    switch self {
    case .reached(let task), .missed(let task): task
    case .timedOut(let task): task
    case .failed: nil
    }
  }

  /// The word that programs read.
  fileprivate var outcome: String {
    switch self {
    case .reached: "reached"
    case .missed: "missed"
    case .timedOut: "timed_out"
    case .failed: "failed"
    }
  }

  /// The code of the service, of the task or of the call; empty where there is none.
  fileprivate var code: String {
    switch self {
    case .missed(let task): task.outcome.failure?.code ?? ""
    case .failed(let problem): problem.code ?? ""
    case .reached, .timedOut: ""
    }
  }
}
