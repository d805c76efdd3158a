import Migration
import Words

/// What became of the targets of an action, as text or JSON and as an exit status.
struct ResultReport {
  /// What one target is called: `task` or `group`.
  var noun: String
  var format: OutputFormat
  /// Whether nothing was done, but only looked at.
  var isDry: Bool
  /// Why entries could not be read that may have been targets.
  var unreadable: [String] = []

  /// Prints the results and ends with the status that they add up to.
  ///
  /// - Throws: ``Failure`` unless everything went well.
  func end<ID>(with results: [TargetResult<ID>]) throws {
    switch format {
    case .json: Console.raw(try JSONText.of(results.map(ResultSummary.init)))
    case .table: results.forEach(printed)
    }
    for reason in unreadable {
      Console.error(.untouched(noun: noun, reason))
    }
    let problems = results.compactMap(\.problem)
    guard let first = problems.first else {
      if !unreadable.isEmpty { throw Failure(Failure.partly) }
      return
    }
    if problems.count < results.count { throw Failure(Failure.partly) }
    let statuses = Set(problems.map(Failure.status))
    throw Failure(statuses.count == 1 ? Failure.status(of: first) : Failure.failed)
  }

  private func printed<ID>(_ result: TargetResult<ID>) {
    let tongue = Spoken.tongue
    let name = result.name.isEmpty ? "" : " \(result.name)"
    if let problem = result.problem {
      let outcome = result.outcome == .skipped ? "\(tongue.words(result.outcome)): " : ""
      Console.error(.about(noun: noun, id: "\(result.id)\(name)", outcome + problem.line))
      return
    }
    let detail = result.remark.map { ": \($0.line)" } ?? ""
    Console.line(
      "\(result.id)\(name)  \(isDry ? tongue.words(.dryRun) : tongue.words(result.outcome))\(detail)"
    )
  }
}

/// A result as `--output json` has it.
private struct ResultSummary<ID: TargetID>: Encodable {
  struct Problem: Encodable {
    let code: String
    let message: String
  }

  let result: TargetResult<ID>

  init(_ result: TargetResult<ID>) {
    self.result = result
  }

  private enum CodingKeys: String, CodingKey { case id, name, outcome, error, remark }

  // `error` is null rather than missing, so that scripts find the member.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(result.id.rawValue, forKey: .id)
    try container.encode(result.name, forKey: .name)
    try container.encode(result.outcome.rawValue, forKey: .outcome)
    try container.encode(
      result.problem.map { Problem(code: $0.code ?? "", message: Spoken.written.line($0)) },
      forKey: .error)
    try container.encodeIfPresent(result.remark.map(Spoken.written.words), forKey: .remark)
  }
}
