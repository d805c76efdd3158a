package import Migration

/// Carries out actions on tasks: the one place where stop, delete and start are decided and sent.
///
/// Every target is read again, judged, journalled, and only then acted upon. At most four targets
/// are under way at once. When the service refuses the credentials, the rest is skipped.
package struct ActionRunner: Sendable {
  /// How patient a runner is.
  package struct Patience: Sendable {
    /// How long a task may take to stop.
    package var untilStopped: Duration
    /// The first pause between two looks at a task; pauses grow up to 3 s.
    package var firstPause: Duration
    /// How often a delete is repeated that is refused because the task has only just stopped.
    package var deleteAttempts: Int

    /// Ten minutes for a stop, as a large object may have to be finished first.
    package static let standard = Patience(
      untilStopped: .seconds(600), firstPause: .milliseconds(150), deleteAttempts: 10)

    /// A patience of one's own.
    package init(untilStopped: Duration, firstPause: Duration, deleteAttempts: Int) {
      self.untilStopped = untilStopped
      self.firstPause = firstPause
      self.deleteAttempts = deleteAttempts
    }

    /// The looks at a target until it is where it should be.
    var polling: Polling { Polling(limit: untilStopped, firstPause: firstPause) }
  }

  let backend: any MigrationBackend
  let journal: Journal?
  let profile: String
  let patience: Patience

  /// A runner.
  ///
  /// - Parameters:
  ///   - backend: The service that has the tasks.
  ///   - journal: Where each action is written down before it is sent; `nil` only in tests.
  ///   - profile: The name of the profile, for the journal.
  ///   - patience: How long to wait for tasks that take their time.
  package init(
    backend: any MigrationBackend, journal: Journal?, profile: String,
    patience: Patience = .standard
  ) {
    self.backend = backend
    self.journal = journal
    self.profile = profile
    self.patience = patience
  }

  /// Carries `action` out on every target and reports each of them once.
  ///
  /// - Parameters:
  ///   - action: What to do.
  ///   - targets: The tasks, each at most once.
  ///   - keys: The keys for both sides, which a start needs.
  ///   - waits: Whether a stop counts as over only when the task has stopped.
  ///   - step: Called when a target reaches a step.
  ///   - ended: Called when a target is done with, in whatever order that happens.
  /// - Returns: The results in the order of the targets.
  @discardableResult
  package func run(
    _ action: TaskAction, on targets: [TaskTarget], keys: TransferKeys = TransferKeys(),
    waits: Bool = false, step: @escaping @Sendable (TaskID, ActionStep) -> Void = { _, _ in },
    ended: @escaping @Sendable (ActionResult) -> Void = { _ in }
  ) async -> [ActionResult] {
    let order = Order(action: action, keys: keys, waits: waits, step: step)
    return await inTurn(
      targets, problem: \.problem, skipped: ActionResult.init(skipping:because:), ended: ended
    ) { await perform(order, on: $0) }
  }

  struct Order: Sendable {
    var action: TaskAction
    var keys: TransferKeys
    var waits: Bool
    var step: @Sendable (TaskID, ActionStep) -> Void
  }
}
