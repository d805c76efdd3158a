package import Migration

/// Carries out actions on task groups, as ``ActionRunner`` does on tasks.
package struct GroupActionRunner: Sendable {
  private let backend: any TaskGroupBackend
  private let journal: Journal?
  private let profile: String
  private let patience: ActionRunner.Patience

  /// A runner.
  ///
  /// - Parameters:
  ///   - backend: The service that has the groups.
  ///   - journal: Where each action is written down before it is sent; `nil` only in tests.
  ///   - profile: The name of the profile, for the journal.
  ///   - patience: How long to wait for groups that take their time.
  package init(
    backend: any TaskGroupBackend, journal: Journal?, profile: String,
    patience: ActionRunner.Patience = .standard
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
  ///   - targets: The groups, each at most once.
  ///   - keys: The keys for both sides, which a start and a retry need.
  ///   - waits: Whether a stop counts as over only when the group has stopped, a delete only when it
  ///     is gone.
  ///   - step: Called when a target reaches a step.
  /// - Returns: The results in the order of the targets.
  package func run(
    _ action: GroupAction, on targets: [GroupTarget], keys: TransferKeys = TransferKeys(),
    waits: Bool = false,
    step: @escaping @Sendable (TaskGroupID, ActionStep) -> Void = { _, _ in }
  ) async -> [GroupActionResult] {
    let order = Order(action: action, keys: keys, waits: waits, step: step)
    return await inTurn(
      targets, problem: \.problem, skipped: GroupActionResult.init(skipping:because:)
    ) { await perform(order, on: $0) }
  }

  private struct Order: Sendable {
    var action: GroupAction
    var keys: TransferKeys
    var waits: Bool
    var step: @Sendable (TaskGroupID, ActionStep) -> Void
  }

  private func perform(_ order: Order, on target: GroupTarget) async -> GroupActionResult {
    let group: TaskGroup
    do {
      group = try await backend.showGroup(target.id)
    } catch {
      return GroupActionResult(target, unreadable: error, for: order.action)
    }
    if let settled = order.action.settled(in: group.state) {
      return GroupActionResult(group.target, .done, remark: settled)
    }
    if let problem = order.action.problem(in: group.state) {
      return GroupActionResult(group.target, failing: problem)
    }
    return await Journal.keeping(
      .action(order.action, on: group, profile: profile), in: journal, on: group.target
    ) { () throws(APIProblem) in try await send(order, group) }
  }

  private func send(
    _ order: Order, _ group: TaskGroup
  ) async throws(APIProblem) -> GroupActionResult {
    switch order.action {
    case .start:
      order.step(group.id, .starting)
      try await backend.startGroup(group.id, keys: order.keys)
      return GroupActionResult(group.target, .done)
    case .retry(let failedOnly):
      order.step(group.id, .starting)
      try await backend.retryGroup(group.id, keys: order.keys, failedOnly: failedOnly)
      return GroupActionResult(group.target, .done)
    case .stop: return try await stop(group, order)
    case .delete: return try await delete(group, order)
    }
  }

  private func stop(
    _ group: TaskGroup, _ order: Order
  ) async throws(APIProblem) -> GroupActionResult {
    order.step(group.id, .stopping)
    do {
      try await backend.stopGroup(group.id)
    } catch {
      // It is stopping or has ended meanwhile: then the wait that follows finds out.
      guard error.kind == .wrongState else { throw error }
      let state = try await backend.showGroup(group.id).state
      guard state == .stopping || state.isFinished else { throw Self.explained(error, state) }
    }
    guard order.waits else { return GroupActionResult(group.target, .accepted) }
    order.step(group.id, .waitingUntilStopped)
    switch try await state(of: group.id, until: \.isFinished, else: "stopped") {
    case .stopped: return GroupActionResult(group.target, .done)
    case .some(let state):
      return GroupActionResult(
        group.target, .done, remark: "it had become \(state.word) before it could stop")
    case nil: return GroupActionResult(group.target, .done, remark: "it is gone")
    }
  }

  private func delete(
    _ group: TaskGroup, _ order: Order
  ) async throws(APIProblem) -> GroupActionResult {
    if !group.state.isLeaving {
      order.step(group.id, .deleting)
      do {
        try await backend.deleteGroup(group.id)
      } catch {
        guard error.kind == .notFound else { throw error }
        return GroupActionResult(group.target, .done, remark: goneAlready)
      }
    }
    guard order.waits else {
      let remark = group.state.isLeaving ? "it is being deleted already" : nil
      return GroupActionResult(group.target, .accepted, remark: remark)
    }
    order.step(group.id, .waitingUntilGone)
    _ = try await state(of: group.id, until: { _ in false }, else: "gone")
    return GroupActionResult(group.target, .done)
  }

  /// Looks at a group until its state is a wanted one, and says which; `nil` means that it is gone.
  private func state(
    of id: TaskGroupID, until isWanted: (TaskGroupState) -> Bool, else missing: String
  ) async throws(APIProblem) -> TaskGroupState? {
    do {
      let state = try await patience.polling { () throws(APIProblem) in
        let state = try await backend.showGroup(id).state
        return isWanted(state) ? state : nil
      }
      if let state { return state }
    } catch {
      if error.kind == .notFound { return nil }
      throw error
    }
    throw APIProblem(
      kind: .wrongState,
      sentence: "group \(id) is not \(missing) after \(patience.untilStopped.components.seconds) "
        + "s; look again later")
  }

  private static func explained(_ refusal: APIProblem, _ state: TaskGroupState) -> APIProblem {
    guard state == .creating else { return refusal }
    var refusal = refusal
    refusal.sentence =
      "this service cannot stop a group while its tasks are being made; try again once it is "
      + "running [\(refusal.code ?? "refused")]"
    return refusal
  }
}
