extension ActionRunner {
  /// Carries an order out on one task.
  func perform(_ order: Order, on target: TaskTarget) async -> ActionResult {
    let task: MigrationTask
    do {
      task = try await backend.show(target.id)
    } catch {
      return unreadable(target, action: order.action, problem: error)
    }
    if let early = settled(order, task) { return early }
    if let refusal = order.action.refusal(in: task.state) {
      return result(
        task, .refused,
        problem: APIProblem(
          kind: .wrongState, code: refusal.code,
          sentence: "\(order.action.verb) refused: \(refusal.sentence)"))
    }
    return await journalled(order, task)
  }

  // A repeated request is no error: what was asked for is so.
  private func settled(_ order: Order, _ task: MigrationTask) -> ActionResult? {
    guard order.action == .stop, task.state == .stopped else { return nil }
    return result(task, .done, remark: "it was stopped already")
  }

  // A delete asks for the task not to be there; that it is not there already is no failure.
  private func unreadable(
    _ target: TaskTarget, action: TaskAction, problem: APIProblem
  ) -> ActionResult {
    if problem.kind == .notFound, action.verb == TaskAction.delete.verb {
      return ActionResult(
        id: target.id, name: target.name, outcome: .done, remark: "there is no such task any more")
    }
    let outcome: ActionOutcome = problem.kind == .cancelled ? .skipped : .failed
    return ActionResult(id: target.id, name: target.name, outcome: outcome, problem: problem)
  }

  private func journalled(_ order: Order, _ task: MigrationTask) async -> ActionResult {
    let entry: Journal.Entry
    do {
      entry = try Journal.begin(journal, order.action, task: task, profile: profile)
    } catch {
      return result(
        task, .failed,
        problem: APIProblem(
          kind: .invalid,
          sentence: "nothing was sent, because the journal cannot be written (\(error))"))
    }
    let outcome = await send(order, task)
    entry.end(outcome)
    return outcome
  }

  private func send(_ order: Order, _ task: MigrationTask) async -> ActionResult {
    do {
      switch order.action {
      case .start(let failedOnly):
        order.step(task.id, .starting)
        try await backend.start(task.id, keys: order.keys, failedOnly: failedOnly)
        return result(task, .done)
      case .stop:
        return try await stop(task, order)
      case .delete:
        order.step(task.id, .deleting)
        return try await delete(task, attempts: 1)
      case .stopThenDelete:
        return try await stopThenDelete(task, order)
      }
    } catch {
      return result(task, outcome(of: error), problem: error)
    }
  }

  private func stop(_ task: MigrationTask, _ order: Order) async throws(APIProblem) -> ActionResult
  {
    try await sendStop(task, order)
    guard order.waits else { return result(task, .accepted) }
    order.step(task.id, .waitingUntilStopped)
    switch try await stateAfterStop(of: task.id) {
    case .stopped: return result(task, .done)
    case .some(let state):
      return result(task, .done, remark: "it had \(state.word) before it could stop")
    case nil: return result(task, .done, remark: "it is gone")
    }
  }

  private func stopThenDelete(
    _ task: MigrationTask, _ order: Order
  ) async throws(APIProblem) -> ActionResult {
    if task.state.isMoving {
      if task.state != .stopping { try await sendStop(task, order) }
      order.step(task.id, .waitingUntilStopped)
      guard try await stateAfterStop(of: task.id) != nil else {
        return result(task, .done, remark: "it was gone already")
      }
    }
    order.step(task.id, .deleting)
    return try await delete(task, attempts: patience.deleteAttempts)
  }

  private func sendStop(_ task: MigrationTask, _ order: Order) async throws(APIProblem) {
    order.step(task.id, .stopping)
    do {
      try await backend.stop(task.id)
    } catch {
      // It is stopping or has ended meanwhile: then the wait that follows finds out.
      guard error.kind == .wrongState, try await backend.show(task.id).state != .waiting else {
        throw error
      }
    }
  }

  /// Looks at a task until it has ended, and says how; `nil` means that it is gone.
  private func stateAfterStop(of id: TaskID) async throws(APIProblem) -> TaskState? {
    let clock = ContinuousClock()
    let end = clock.now + patience.untilStopped
    var pause = patience.firstPause
    while true {
      do {
        let state = try await backend.show(id).state
        if state.isFinished { return state }
      } catch {
        if error.kind == .notFound { return nil }
        // A look that fails says nothing about the task; the next one may succeed.
        guard error.kind == .unreachable || error.kind == .server else { throw error }
      }
      guard clock.now < end else {
        throw APIProblem(
          kind: .wrongState,
          sentence: "task \(id) has not stopped within \(patience.untilStopped.components.seconds) "
            + "s; it was not deleted. Look again later")
      }
      try await sleep(pause)
      pause = min(pause * 2, .seconds(3))
    }
  }

  /// Deletes a task; one that is gone already is deleted.
  ///
  /// A refusal that still sees it running is
  /// repeated, because it can come for a while after a stop.
  private func delete(
    _ task: MigrationTask, attempts: Int
  ) async throws(APIProblem) -> ActionResult {
    var pause = patience.firstPause
    for attempt in 1... {
      do {
        try await backend.delete(task.id)
        return result(task, .done)
      } catch {
        if error.kind == .notFound { return result(task, .done, remark: "it was gone already") }
        guard error.kind == .wrongState, attempt < attempts else { throw error }
      }
      try await sleep(pause)
      pause = min(pause * 2, .seconds(3))
    }
    return result(task, .failed)
  }

  private func sleep(_ duration: Duration) async throws(APIProblem) {
    do {
      try await Task.sleep(for: duration)
    } catch {
      throw APIProblem(kind: .cancelled, sentence: "called off; what was sent is not undone")
    }
  }

  private func outcome(of problem: APIProblem) -> ActionOutcome {
    problem.kind == .wrongState ? .refused : .failed
  }

  private func result(
    _ task: MigrationTask, _ outcome: ActionOutcome, problem: APIProblem? = nil,
    remark: String? = nil
  ) -> ActionResult {
    ActionResult(id: task.id, name: task.name, outcome: outcome, problem: problem, remark: remark)
  }
}
