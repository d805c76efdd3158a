import Migration

extension ActionRunner {
  /// Carries an order out on one task.
  func perform(_ order: Order, on target: TaskTarget) async -> ActionResult {
    let task: MigrationTask
    do {
      task = try await backend.show(target.id)
    } catch {
      return ActionResult(target, unreadable: error, for: order.action)
    }
    if let settled = order.action.settled(in: task.state) {
      return ActionResult(task.target, .done, remark: settled)
    }
    if let problem = order.action.problem(in: task.state) {
      return ActionResult(task.target, failing: problem)
    }
    return await Journal.keeping(
      .action(order.action, on: task, profile: profile), in: journal, on: task.target
    ) { () throws(APIProblem) in try await send(order, task) }
  }

  private func send(
    _ order: Order, _ task: MigrationTask
  ) async throws(APIProblem) -> ActionResult {
    switch order.action {
    case .start(let failedOnly):
      order.step(task.id, .starting)
      try await backend.start(task.id, keys: order.keys, failedOnly: failedOnly)
      return ActionResult(task.target, .done)
    case .stop: return try await stop(task, order)
    case .delete: return try await delete(task, order)
    case .stopThenDelete:
      if task.state.isMoving, try await !stopped(task, order) {
        return ActionResult(task.target, .done, remark: goneAlready)
      }
      return try await delete(task, order)
    }
  }

  private func stop(_ task: MigrationTask, _ order: Order) async throws(APIProblem) -> ActionResult
  {
    try await sendStop(task, order)
    guard order.waits else { return ActionResult(task.target, .accepted) }
    switch try await stateAfterStop(of: task.id, order) {
    case .stopped: return ActionResult(task.target, .done)
    case .some(let state):
      return ActionResult(task.target, .done, remark: "it had \(state.word) before it could stop")
    case nil: return ActionResult(task.target, .done, remark: "it is gone")
    }
  }

  /// Stops a task before it is deleted; `false` when it is gone.
  private func stopped(_ task: MigrationTask, _ order: Order) async throws(APIProblem) -> Bool {
    do {
      if task.state != .stopping { try await journalledStop(task, order) }
      return try await stateAfterStop(of: task.id, order) != nil
    } catch {
      guard error.kind == .notFound else { throw error }
      return false
    }
  }

  /// Sends the stop of a plan, with lines of its own in the journal.
  private func journalledStop(
    _ task: MigrationTask, _ order: Order
  ) async throws(APIProblem) {
    let result = await Journal.keeping(
      .action(TaskAction.stop, on: task, profile: profile), in: journal, on: task.target
    ) { () throws(APIProblem) in
      try await sendStop(task, order)
      return ActionResult(task.target, .accepted)
    }
    if let problem = result.problem { throw problem }
  }

  private func sendStop(_ task: MigrationTask, _ order: Order) async throws(APIProblem) {
    order.step(task.id, .stopping)
    do {
      try await backend.stop(task.id)
    } catch {
      // It is stopping or has ended meanwhile: then the wait that follows finds out.
      guard error.kind == .wrongState else { throw error }
      let state = try await backend.show(task.id).state
      guard state == .stopping || state.isFinished else { throw error }
    }
  }

  /// Looks at a task until it has ended, and says how; `nil` means that it is gone.
  private func stateAfterStop(
    of id: TaskID, _ order: Order
  ) async throws(APIProblem) -> TaskState? {
    order.step(id, .waitingUntilStopped)
    do {
      let state = try await patience.polling { () throws(APIProblem) in
        let state = try await backend.show(id).state
        return state.isFinished ? state : nil
      }
      if let state { return state }
    } catch {
      if error.kind == .notFound { return nil }
      throw error
    }
    throw APIProblem(
      kind: .wrongState,
      sentence: "task \(id) has not stopped within \(patience.untilStopped.components.seconds) "
        + "s; nothing else was done to it. Look again later")
  }

  /// Deletes a task; one that is gone already is deleted.
  ///
  /// A refusal that still sees it running is repeated unless it does run, because it can come for a
  /// while after a stop.
  private func delete(
    _ task: MigrationTask, _ order: Order
  ) async throws(APIProblem) -> ActionResult {
    order.step(task.id, .deleting)
    var pause = patience.firstPause
    var attempts = 1
    while true {
      do {
        try await backend.delete(task.id)
        return ActionResult(task.target, .done)
      } catch {
        if error.kind == .notFound {
          return ActionResult(task.target, .done, remark: goneAlready)
        }
        guard error.kind == .wrongState, attempts < patience.deleteAttempts,
          try await isLate(error, task.id)
        else { throw error }
      }
      try await Polling.sleep(pause)
      pause = min(pause * 2, .seconds(3))
      attempts += 1
    }
  }

  /// Whether `refusal` speaks of what the task was, not of what it is.
  private func isLate(_ refusal: APIProblem, _ id: TaskID) async throws(APIProblem) -> Bool {
    do {
      return try await !backend.show(id).state.isMoving
    } catch {
      // The next delete finds out that it is gone.
      guard error.kind == .notFound || error.isPassing else { throw error }
      return true
    }
  }
}

extension TargetResult {
  /// A result for `target` that could not be read before the action on it.
  ///
  /// A delete asks for it not to be there; that it is not there already is no failure.
  init(_ target: ActionTarget<ID>, unreadable problem: APIProblem, for action: some JudgedAction) {
    if problem.kind == .notFound, action.wantsAbsence {
      self.init(target, .done, remark: "there is no such task, or this key may not see it")
    } else if problem.kind == .cancelled {
      self.init(skipping: target, because: problem)
    } else {
      self.init(target, failing: problem)
    }
  }
}
