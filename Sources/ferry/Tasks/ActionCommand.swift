import Migration
import MigrationCore

/// What every action on tasks or groups has in common: judge, ask, act, report.
struct ActionCommand {
  var connection: Connection
  var options: ActionOptions
  /// What one target is called: `task` or `group`.
  var noun: String

  /// Makes sure that there will be a yes, before anything is read.
  ///
  /// - Throws: ``Failure`` when nobody can be asked.
  static func checkAnswerability(_ verb: String, _ options: ActionOptions) throws {
    guard options.yes || options.dryRun || Console.isInteractive else {
      throw Failure(
        Failure.usage, "not on a terminal, so nothing can be asked; give --yes to \(verb)")
    }
  }

  /// Carries `action` out on what was read and ends with the contract's status.
  ///
  /// Only what the question showed is acted upon; what is refused or so already is reported as it is.
  ///
  /// - Parameters:
  ///   - action: What to do.
  ///   - readings: The targets as they were read.
  ///   - waits: Whether the effect is waited for.
  ///   - carryOut: Does it; called when there is a yes and something to do.
  /// - Throws: ``Failure`` unless everything went well, or what `carryOut` throws.
  func run<Action: JudgedAction>(
    _ action: Action, on readings: [Reading<Action.Subject>], waits: Bool,
    carryOut: ([ActionTarget<Action.Subject.ID>]) async throws -> [TargetResult<Action.Subject.ID>]
  ) async throws {
    let previews = readings.map { action.preview(of: $0, waits: waits) }
    if options.dryRun {
      return try ResultReport(noun: noun, format: options.output, isDry: true)
        .end(with: previews.map(\.dryResult))
    }
    let asked = previews.filter { !$0.steps.isEmpty }
    if !asked.isEmpty { try confirm(action, previews, count: asked.count) }
    let targets = previews.filter { $0.foregoneResult == nil }.map(\.target)
    let results = targets.isEmpty ? [] : try await carryOut(targets)
    let byID = Dictionary(results.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    try ResultReport(noun: noun, format: options.output, isDry: false)
      .end(with: previews.compactMap { $0.foregoneResult ?? byID[$0.target.id] })
  }

  /// Asks whether to go on.
  ///
  /// - Throws: ``Failure`` unless the answer is exactly the one that is wanted.
  private func confirm<Action: JudgedAction>(
    _ action: Action, _ previews: [ActionPreview<Action.Subject.ID>], count: Int
  ) throws {
    guard !options.yes else { return }
    for preview in previews {
      let plan =
        preview.problem?.sentence ?? preview.settled
        ?? preview.steps.map(\.plan).joined(separator: ", ")
      let state = preview.state.map { " (\($0))" } ?? ""
      Console.progress("\(noun) \(preview.target.id) \(preview.target.name)\(state): \(plan)")
    }
    try Self.confirm(
      ConfirmationFacts(
        action.verb, consequence: action.consequence, count: count, of: noun,
        on: connection.profile, isProtected: connection.isProtected))
  }

  /// Asks a question.
  ///
  /// - Throws: ``Failure`` unless the answer is exactly the one that is wanted.
  static func confirm(_ facts: ConfirmationFacts) throws {
    Console.progress(facts.consequence)
    guard facts.challenge.isMet(by: Console.ask(facts.question)) else {
      throw Failure(Failure.failed, "not confirmed; nothing was sent")
    }
  }

  // A stop can take minutes; silence would look like a hang.
  static func announce(_ target: String, _ step: ActionStep) {
    guard Console.isInteractive else { return }
    Console.progress("\(target): \(step.progress)")
  }
}
