import MigrationAPI

extension ActionCommand {
  /// What would become of a target.
  func dryResult(_ action: TaskAction, _ reading: Reading) -> ActionResult {
    switch reading.outcome {
    case .failure(let problem):
      return ActionResult(
        id: reading.target.id, name: "", outcome: .failed, problem: problem)
    case .success(let task):
      guard let refusal = action.refusal(in: task.state) else {
        let plan =
          action == .stopThenDelete && task.state.isMoving
          ? "stop, wait until stopped, delete" : action.verb
        return ActionResult(
          id: task.id, name: task.name, outcome: .skipped,
          remark: "would \(plan) (\(task.state.word) now)")
      }
      return ActionResult(
        id: task.id, name: task.name, outcome: .refused,
        problem: APIProblem(
          kind: .wrongState, code: refusal.code,
          sentence: "\(action.verb) would be refused: \(refusal.sentence)"))
    }
  }

  /// Prints the results and ends with the status that they add up to.
  ///
  /// - Throws: ``Failure`` unless everything went well.
  func report(_ results: [ActionResult], isDry: Bool) throws {
    switch options.output {
    case .json: Console.raw(try JSONText.of(results.map(ResultSummary.init)))
    case .table:
      for result in results {
        let name = result.name.isEmpty ? "" : " \(result.name)"
        let detail = result.remark.map { ": \($0)" } ?? ""
        let line = "\(result.id)\(name)  \(isDry ? "dry run" : result.outcome.rawValue)\(detail)"
        if let problem = result.problem {
          Console.error("task \(result.id)\(name): \(problem.sentence)")
        } else {
          Console.line(line)
        }
      }
    }
    let bad = results.filter { $0.problem != nil }
    guard let first = bad.first?.problem else { return }
    if bad.count < results.count { throw Failure(Failure.partly) }
    let statuses = Set(bad.compactMap(\.problem).map(Failure.status))
    throw Failure(statuses.count == 1 ? Failure.status(of: first) : Failure.failed)
  }

  /// Asks whether to go on: `y` for one task, their number for several, the profile's name when it
  /// is protected.
  ///
  /// - Throws: ``Failure`` unless the answer is exactly that.
  func confirm(_ action: TaskAction, _ readings: [Reading]) throws {
    guard !options.yes else { return }
    for reading in readings {
      let state = (try? reading.outcome.get())?.state.word ?? "not readable"
      Console.progress("\(action.verb) \(reading.target.id) \(reading.target.name) (\(state))")
    }
    let isConfirmed =
      if connection.isProtected {
        Console.ask("Type the profile's name to \(action.verb):") == connection.profile
      } else if readings.count > 1 {
        Console.ask("Type the number of tasks to \(action.verb):") == String(readings.count)
      } else {
        ["y", "yes"].contains(Console.ask("\(action.verb) this task? [y/N]")?.lowercased())
      }
    guard isConfirmed else { throw Failure(Failure.failed, "not confirmed; nothing was sent") }
  }
}

/// A result as `--output json` has it.
private struct ResultSummary: Encodable {
  struct Problem: Encodable {
    let code: String
    let message: String
  }

  let id: Int64
  let name: String
  let outcome: String
  let error: Problem?
  let remark: String?

  init(_ result: ActionResult) {
    id = result.id.rawValue
    name = result.name
    outcome = result.outcome.rawValue
    error = result.problem.map { Problem(code: $0.code ?? "", message: $0.sentence) }
    remark = result.remark
  }

  private enum CodingKeys: String, CodingKey { case id, name, outcome, error, remark }

  // `error` is null rather than missing, so that scripts find the member.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(outcome, forKey: .outcome)
    try container.encode(error, forKey: .error)
    try container.encodeIfPresent(remark, forKey: .remark)
  }
}
