package import Migration

/// Carries out what was agreed to, on tasks and groups alike: the one place that sends a stop, a
/// delete, a start or a change.
///
/// Every target is read again. What is no longer as it was when the plan was agreed to is left alone;
/// on what is, exactly the steps of the plan are taken, each call written into the journal before it
/// is sent. At most four targets are under way at once. When the service refuses the credentials, the
/// rest is skipped.
package struct ActionRunner<Action: JudgedAction>: Sendable
where Action.Subject: JournalledSubject {
  /// The id of a target.
  package typealias ID = Action.Subject.ID

  let service: any ActionService<Action>
  let journal: Journal?
  let patience: Patience
  let clock: any Clock<Duration>
  private let used = UsedConsents()

  /// A runner.
  ///
  /// - Parameters:
  ///   - service: The service that has the targets.
  ///   - journal: Where each call is written down before it is sent; `nil` only in tests.
  ///   - patience: How long to wait for targets that take their time.
  ///   - clock: What that is measured with.
  package init(
    service: any ActionService<Action>, journal: Journal?, patience: Patience = .standard,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.service = service
    self.journal = journal
    self.patience = patience
    self.clock = clock
  }

  /// Carries out the plan of `consent` and reports each of its targets once.
  ///
  /// A consent that comes again is not carried out again; its targets are skipped.
  ///
  /// - Parameters:
  ///   - consent: What was agreed to.
  ///   - keys: The keys for both sides of each target, which a start needs.
  ///   - step: Called when a target reaches a step.
  ///   - ended: Called when a target is done with, in whatever order that happens.
  /// - Returns: The results in the order of the targets.
  @discardableResult
  package func carryOut(
    _ consent: Consent<Action>, keys: [ID: TransferKeys] = [:],
    step: @escaping @Sendable (ID, ActionStep) -> Void = { _, _ in },
    ended: @escaping @Sendable (TargetResult<ID>) -> Void = { _ in }
  ) async -> [TargetResult<ID>] {
    let plan = consent.plan
    guard used.use(consent.number) else {
      let problem = APIProblem(.untried(.agreedOnce), kind: .invalid)
      return plan.targets.map { target in
        let result = TargetResult(skipping: target.seen.target, because: problem)
        ended(result)
        return result
      }
    }
    return await inTurn(
      plan.targets, problem: \.problem,
      skipped: { TargetResult(skipping: $0.seen.target, because: $1) }, ended: ended
    ) { target in
      var run = TargetRun(
        runner: self, action: plan.action, target: target, profile: plan.profile,
        keys: keys[target.seen.id] ?? TransferKeys(), reached: step)
      return await run.carryOut()
    }
  }

  /// Whether the journal knows of a target, which may be gone since.
  package func knows(_ id: ID, on profile: String) -> Bool {
    journal?.knows(id, Action.Subject.self, on: profile) ?? false
  }
}

extension ActionRunner where Action == TaskAction {
  /// A runner of actions on tasks.
  package init(
    backend: any MigrationBackend, journal: Journal?, patience: Patience = .standard,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.init(
      service: TaskActionService(backend: backend), journal: journal, patience: patience,
      clock: clock)
  }
}

extension ActionRunner where Action == GroupAction {
  /// A runner of actions on groups.
  package init(
    backend: any TaskGroupBackend, journal: Journal?, patience: Patience = .standard
  ) {
    self.init(
      service: GroupActionService(backend: backend), journal: journal, patience: patience)
  }
}

extension ActionRunner where Action == SyncAction {
  /// A runner of actions on synchronisation tasks.
  package init(
    backend: any SyncBackend, journal: Journal?, patience: Patience = .standard
  ) {
    self.init(
      service: SyncActionService(backend: backend), journal: journal, patience: patience)
  }
}
