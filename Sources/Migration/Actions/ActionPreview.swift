/// What an action comes to, where its target stands now.
package enum ActionVerdict: Equatable, Sendable {
  /// This would be done, in order.
  case steps([ActionStep])
  /// What is asked for is so, or will be; nothing has to be sent.
  case settled(ActionOutcome, ActionRemark)
  /// It is refused, so nothing is sent.
  case refused(Refusal)
  /// Where the target stands could not be read.
  case unread(APIProblem)
}

/// What an action would do to one target: for a dry run, and for the question before it is done.
package struct ActionPreview<Action: JudgedAction>: Equatable, Sendable {
  /// The target, with its name as far as it is known.
  package let target: ActionTarget<Action.Subject.ID>
  /// What was seen of it; `nil` when it could not be read.
  package let seen: Seen<Action.Subject>?
  /// What the action comes to.
  package let verdict: ActionVerdict
  private let verb: String

  /// What `action` would do to what was read.
  ///
  /// - Parameters:
  ///   - action: What was asked for.
  ///   - reading: The target as it was read.
  ///   - waits: Whether the effect is waited for.
  ///   - wasKnown: Whether there ever was such a target; asked only when there is none now, as to
  ///     delete what never was is a slip of the pen and no success.
  package init(
    _ action: Action, of reading: Reading<Action.Subject>, waits: Bool = false,
    wasKnown: (Action.Subject.ID) -> Bool = { _ in false }
  ) {
    verb = action.verb
    switch reading.outcome {
    case .success(let subject):
      target = subject.target
      seen = Seen(subject)
      verdict = action.verdict(on: subject, waits: waits)
    case .failure(let problem):
      target = ActionTarget(id: reading.id, name: "")
      seen = nil
      if problem.kind == .notFound, action.wantsAbsence {
        verdict =
          wasKnown(reading.id)
          ? .settled(.done, .goneAlready) : .unread(problem.neverKnown(Action.Subject.noun))
      } else {
        verdict = .unread(problem)
      }
    }
  }

  /// What would be done, in order; empty when nothing would.
  package var steps: [ActionStep] { if case .steps(let steps) = verdict { steps } else { [] } }

  /// The result of a dry run.
  package var dryResult: TargetResult<Action.Subject.ID> {
    switch verdict {
    case .steps, .settled:
      TargetResult(target, .skipped, remark: .would(steps, state: seen?.state.word))
    case .refused(let refusal): TargetResult(target, failing: .refused(verb, refusal))
    case .unread(let problem): TargetResult(target, failing: problem)
    }
  }

  /// The result when it is certain without anything being sent; `nil` otherwise.
  package var foregoneResult: TargetResult<Action.Subject.ID>? {
    switch verdict {
    case .steps: nil
    case .settled(let outcome, let remark): TargetResult(target, outcome, remark: remark)
    case .refused(let refusal): TargetResult(target, failing: .refused(verb, refusal))
    case .unread(let problem): TargetResult(target, failing: problem)
    }
  }
}
