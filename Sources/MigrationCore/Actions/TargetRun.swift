import Migration

/// The steps of a plan on one of its targets, while they are taken.
struct TargetRun<Action: JudgedAction> where Action.Subject: JournalledSubject {
  typealias Subject = Action.Subject

  let runner: ActionRunner<Action>
  let action: Action
  let target: Plan<Action>.Target
  let profile: String
  let keys: TransferKeys
  let reached: @Sendable (Subject.ID, ActionStep) -> Void

  /// What must still be so when the next call is sent: what was agreed about, or what the plan
  /// has waited for since.
  private(set) var seen: Seen<Subject>
  /// What became of the last call.
  private var sent = Sent(outcome: .done)
  /// The line about it in the journal.
  private var record: JournalRecord?

  init(
    runner: ActionRunner<Action>, action: Action, target: Plan<Action>.Target, profile: String,
    keys: TransferKeys, reached: @escaping @Sendable (Subject.ID, ActionStep) -> Void
  ) {
    self.runner = runner
    self.action = action
    self.target = target
    self.profile = profile
    self.keys = keys
    self.reached = reached
    seen = target.seen
  }

  var id: Subject.ID { target.seen.id }

  /// Takes the steps, each only as long as the target is what it has to be.
  mutating func carryOut() async -> TargetResult<Subject.ID> {
    do {
      var subject = try await firstLook()
      for step in target.steps {
        reached(id, step)
        switch step {
        case .waitingUntilStopped: subject = try await waitUntilStopped()
        case .waitingUntilGone: try await waitUntilGone()
        case .stopping, .deleting, .starting, .limiting: try await send(step, on: subject)
        }
      }
      return TargetResult(target.seen.target, sent.outcome, remark: sent.remark)
    } catch {
      return error.result(for: target.seen.target)
    }
  }

  /// What it means that there is no such target any more.
  var gone: Ending { .over(.done, action.wantsAbsence ? .goneAlready : .gone) }

  /// Reads the target and makes sure that it is what was agreed about.
  private func firstLook() async throws(Ending) -> Subject {
    let subject: Subject
    do {
      subject = try await runner.service.read(id)
    } catch {
      switch error.kind {
      case .notFound where action.wantsAbsence: throw gone
      case .notFound: throw .leftAlone(.goneSince(was: seen.state.word))
      case .cancelled: throw .leftAlone(error)
      case .unreachable, .credentials, .wrongState, .invalid, .server, .throttled, .unreadable:
        throw Ending(error)
      }
    }
    // A plan that begins with waiting may find that what it waits for has come.
    guard target.steps.first?.isSent == true else { return subject }
    if let change = seen.change(to: subject) { throw .leftAlone(change) }
    return subject
  }

  /// Sends a step, with a line in the journal before it and one after it.
  private mutating func send(_ step: ActionStep, on subject: Subject) async throws(Ending) {
    // Somebody else may have done it since.
    if case .settled(let outcome, let remark) = action.verdict(on: subject) {
      sent = Sent(outcome: outcome, remark: remark)
      return
    }
    let record = JournalRecord.action(
      step.verb(of: action), on: action.applied(to: subject), profile: profile)
    do {
      try Journal.begin(record, in: runner.journal)
    } catch {
      throw .failed(error)
    }
    self.record = record
    do {
      sent = try await call(step)
    } catch {
      note(error.result(for: target.seen.target))
      throw error
    }
    note(TargetResult(target.seen.target, sent.outcome, remark: sent.remark))
  }

  /// Writes into the journal how the last call ended, as far as that is known by now.
  ///
  /// A failure to write it cannot undo the call, so it is no error.
  private func note(_ result: TargetResult<Subject.ID>) {
    guard let record else { return }
    try? runner.journal?.append(record.ended(result, in: runner.journal))
  }

  /// Looks at the target until it has stopped, or has come to another end.
  private mutating func waitUntilStopped() async throws(Ending) -> Subject {
    let found = try await look(until: .stopped) { $0.state.isFinished }
    guard let subject = found else {
      note(gone.result(for: target.seen.target))
      throw gone
    }
    guard seen.isSameRun(as: subject) else {
      throw .leftAlone(.startedAnew(was: seen.state.word, now: subject.state.word))
    }
    seen = Seen(subject)
    let isStopped = subject.state == Subject.State.stopped
    sent = Sent(outcome: .done, remark: isStopped ? nil : .ended(subject.state.word))
    note(TargetResult(target.seen.target, .done, remark: sent.remark))
    return subject
  }

  private mutating func waitUntilGone() async throws(Ending) {
    if try await look(until: .gone, { _ in false }) != nil {
      throw .leftAlone(.startedAnew(was: seen.state.word, now: seen.state.word))
    }
    sent = Sent(outcome: .done)
    note(TargetResult(target.seen.target, .done))
  }

  /// Looks at the target until it is as wanted or in another run; `nil` means that it is gone.
  private func look(
    until wanted: Wanted, _ isWanted: (Subject) -> Bool
  ) async throws(Ending) -> Subject? {
    var last: Subject?
    var trouble: APIProblem?
    do {
      let found = try await runner.patience.polling(on: runner.clock) { () throws(APIProblem) in
        do throws(APIProblem) {
          let now = try await runner.service.read(id)
          (last, trouble) = (now, nil)
          return isWanted(now) || !seen.isSameRun(as: now) ? now : nil
        } catch {
          trouble = error
          throw error
        }
      }
      if let found { return found }
    } catch {
      if error.kind == .notFound { return nil }
      throw .failed(error.with(.whileWaiting(for: wanted)))
    }
    let problem = APIProblem.stillNot(
      wanted, state: last?.state.word, after: runner.patience.untilSettled)
    throw .failed(trouble.map { problem.with(.unread($0)) } ?? problem)
  }
}
