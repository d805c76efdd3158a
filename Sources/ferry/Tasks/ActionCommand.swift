import Migration
import MigrationCore
import Words

/// What every action on tasks or groups has in common: judge, ask, act, report.
struct ActionCommand<Action: JudgedAction> where Action.Subject: JournalledSubject {
  let action: Action
  /// Whether the effect is waited for.
  let waits: Bool
  let connection: Connection
  let options: ActionOptions
  let runner: ActionRunner<Action>

  private typealias Preview = ActionPreview<Action>
  private typealias ID = Action.Subject.ID

  /// Carries the action out on what was read and ends with the contract's status.
  ///
  /// Only what the question showed is acted upon; what is refused or so already is reported as it is.
  ///
  /// - Parameters:
  ///   - readings: The targets as they were read.
  ///   - unreadable: Why entries could not be read that may have been targets.
  /// - Throws: ``Failure`` unless everything went well.
  func run(on readings: [Reading<Action.Subject>], unreadable: [String] = []) async throws {
    let previews = readings.map { reading in
      Preview(action, of: reading, waits: waits) { runner.knows($0, on: connection.profile) }
    }
    let report = ResultReport(
      noun: Action.Subject.noun, format: options.output, isDry: options.dryRun,
      unreadable: unreadable)
    if options.dryRun { return try report.end(with: previews.map(\.dryResult)) }
    let results: [TargetResult<ID>] = try await results(of: previews, readings)
    let byID = Dictionary(results.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    try report.end(with: previews.compactMap { $0.foregoneResult ?? byID[$0.target.id] })
  }

  private func results(
    of previews: [Preview], _ readings: [Reading<Action.Subject>]
  ) async throws -> [TargetResult<ID>] {
    let plan = Plan(
      action, previews, on: connection.profile, isProtected: connection.isProtected)
    guard let plan else { return [] }
    let consent = try consent(to: plan, previews)
    let ids = Set(plan.targets.map(\.seen.id))
    let subjects = readings.compactMap(\.value).filter { ids.contains($0.id) }
    return await runner.carryOut(consent, keys: try await keys(for: subjects), step: announce)
  }

  /// Asks whether to go on, unless that was said before.
  ///
  /// - Throws: ``Failure`` unless the answer is exactly the one that is wanted.
  private func consent(
    to plan: Plan<Action>, _ previews: [Preview]
  ) throws -> Consent<Action> {
    // A run of the program has one question.
    let number = 1
    if let answer = options.answer, let consent = plan.consent(to: answer, number: number) {
      return consent
    }
    for preview in previews {
      let state = preview.seen.map { " (\($0.state.word))" } ?? ""
      Console.progress(
        .about(
          noun: Action.Subject.noun, id: "\(preview.target.id) \(preview.target.name)\(state)",
          Spoken.tongue.line(preview.verdict)))
    }
    Console.progress(Spoken.tongue.words(action.consequence))
    let typed = Answer.typed(Console.ask(Spoken.tongue.question(of: plan)))
    guard let consent = plan.consent(to: typed, number: number) else {
      throw Failure(Failure.failed, .notConfirmed)
    }
    return consent
  }

  /// The keys of each target: those of its own stores, and never one pair for all.
  private func keys(for subjects: [Action.Subject]) async throws -> [ID: TransferKeys] {
    guard action.needsKeys else { return [:] }
    let routes = subjects.map { subject in
      KeyPrompt.Route(
        source: subject.source, destination: subject.destination,
        domain: subject.definition.settings.sourceDomain)
    }
    let keys = try await KeyPrompt(environment: Environment.current).keys(for: routes)
    return Dictionary(zip(subjects.map(\.id), keys)) { first, _ in first }
  }

  // A stop can take minutes; silence would look like a hang.
  private var announce: @Sendable (ID, ActionStep) -> Void {
    { id, step in
      guard Console.isInteractive else { return }
      Console.progress(
        .about(noun: Action.Subject.noun, id: "\(id)", Spoken.tongue.progress(step)))
    }
  }
}
