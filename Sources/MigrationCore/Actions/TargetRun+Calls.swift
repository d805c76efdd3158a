import Migration

extension TargetRun {
  /// Sends the call of a step and finds out what became of it.
  func call(_ step: ActionStep) async throws(Ending) -> Sent {
    if step == .deleting { return try await delete() }
    do {
      try await transmit(step)
      return Sent(outcome: step == .stopping ? .accepted : .done)
    } catch {
      if error.mayHaveHappened { return try await look(afterLosing: error, of: step) }
      guard step == .stopping, error.kind == .wrongState else { throw Ending(error) }
      return try await look(afterRefusedStop: error)
    }
  }

  private func transmit(_ step: ActionStep) async throws(APIProblem) {
    try await runner.service.send(step, of: action, to: id, keys: keys)
  }

  /// Whether a refused stop is as good as an accepted one: the target is stopping, or has ended.
  private func look(afterRefusedStop refusal: APIProblem) async throws(Ending) -> Sent {
    let now: Subject
    do {
      now = try await runner.service.read(id)
    } catch {
      throw error.kind == .notFound ? gone : .refused(refusal)
    }
    guard seen.isSameRun(as: now) else {
      throw .leftAlone(.startedAnew(was: seen.state.word, now: now.state.word))
    }
    if now.state.isFinished {
      let isStopped = now.state == Subject.State.stopped
      return Sent(outcome: .done, remark: isStopped ? .stoppedAlready : .ended(now.state.word))
    }
    guard now.state.isStopping || (now.state == seen.state && action.meansStopping(refusal)) else {
      throw .refused(refusal)
    }
    return Sent(outcome: .accepted, remark: .stoppingAlready)
  }

  /// Whether a call whose answer was lost had its effect.
  private func look(
    afterLosing loss: APIProblem, of step: ActionStep
  ) async throws(Ending) -> Sent {
    // Whoever gave up cannot look either.
    if loss.kind == .cancelled { throw .failed(loss) }
    let now: Subject
    do {
      now = try await runner.service.read(id)
    } catch {
      guard error.kind == .notFound else { throw .failed(loss.with(.unread(error))) }
      switch step {
      case .deleting: return Sent(outcome: .done, remark: .goneAfterLoss)
      case .stopping: throw gone
      case .starting, .limiting, .waitingUntilStopped, .waitingUntilGone:
        throw .failed(loss.with(.gone))
      }
    }
    let isSettled = if case .settled = action.verdict(on: now) { true } else { false }
    switch step {
    case .stopping where now.state.isFinished:
      return Sent(outcome: .done, remark: .foundAfterLoss(now.state.word))
    case .stopping where now.state.isStopping, .deleting where isSettled:
      return Sent(outcome: .accepted, remark: .foundAfterLoss(now.state.word))
    case .starting where !now.state.isFinished || !seen.isSameRun(as: now):
      return Sent(outcome: .done, remark: .foundAfterLoss(now.state.word))
    case .limiting where isSettled: return Sent(outcome: .done, remark: .limitedAfterLoss)
    case .stopping, .deleting, .starting, .limiting, .waitingUntilStopped, .waitingUntilGone:
      throw .failed(loss.with(.state(now.state.word)))
    }
  }

  /// Deletes the target; one that is gone by the service's word is deleted.
  ///
  /// A refusal that still sees it running is repeated as long as it does not run, because it can
  /// come for a while after a stop.
  private func delete() async throws(Ending) -> Sent {
    var pause = runner.patience.firstPause
    var attempts = 1
    while true {
      do {
        try await transmit(.deleting)
        return Sent(outcome: Subject.vanishesAtOnce ? .done : .accepted)
      } catch {
        if error.kind == .notFound { return Sent(outcome: .done, remark: .goneAlready) }
        if error.mayHaveHappened { return try await look(afterLosing: error, of: .deleting) }
        guard error.kind == .wrongState, attempts < runner.patience.deleteAttempts else {
          throw Ending(error)
        }
        if let sent = try await look(afterRefusedDelete: error) { return sent }
      }
      do { try await Polling.sleep(pause, on: runner.clock) } catch { throw Ending(error) }
      pause = min(pause * 2, .seconds(3))
      attempts += 1
    }
  }

  /// Whether a refused delete spoke of what the target was, so that it may be sent again.
  ///
  /// - Returns: `nil` when it may; otherwise what became of the target without it.
  private func look(afterRefusedDelete refusal: APIProblem) async throws(Ending) -> Sent? {
    let found: Subject?
    do {
      found = try await runner.patience.polling(on: runner.clock) { () throws(APIProblem) in
        let now = try await runner.service.read(id)
        return now.state.isStopping ? nil : now
      }
    } catch {
      if error.kind == .notFound { return Sent(outcome: .done, remark: .goneAlready) }
      throw Ending(error)
    }
    guard let now = found else { throw .refused(refusal) }
    if case .settled(let outcome, let remark) = action.verdict(on: now) {
      return Sent(outcome: outcome, remark: remark)
    }
    if let change = seen.change(to: now) { throw .leftAlone(change) }
    return nil
  }
}
