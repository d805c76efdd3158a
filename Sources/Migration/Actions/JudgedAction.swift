/// An action that can be judged by where its target stands.
package protocol JudgedAction: Equatable, Sendable {
  /// What it is aimed at.
  associatedtype Subject: ActionSubject

  /// The word for prompts, the journal and JSON.
  var verb: String { get }

  /// What a user should know before saying yes.
  var consequence: Consequence { get }

  /// Whether something that is not there is what was asked for.
  var wantsAbsence: Bool { get }

  /// Whether it takes the storage keys of both sides again.
  var needsKeys: Bool { get }

  /// Why a service refuses it in `state`, or `nil` when it may be tried.
  func refusal(in state: Subject.State) -> Refusal?

  /// What nothing has to be sent for, as it is so or on its way already; `nil` otherwise.
  ///
  /// - Parameters:
  ///   - subject: The target as it is now.
  ///   - waits: Whether the effect is waited for, so that being on its way does not do.
  /// - Returns: The outcome, and what there is to say about it.
  func settled(on subject: Subject, waits: Bool) -> (ActionOutcome, ActionRemark)?

  /// What is done in `state`, in order.
  ///
  /// - Parameters:
  ///   - state: The state, one in which the action is neither refused nor settled.
  ///   - waits: Whether the effect is waited for.
  /// - Returns: The steps, at least one.
  func steps(in state: Subject.State, waits: Bool) -> [ActionStep]

  /// Whether a refused stop says that a target which looks as if it ran is stopping already.
  func meansStopping(_ refusal: APIProblem) -> Bool

  /// The target as this action makes it, for the journal; its state is left as it is.
  func applied(to subject: Subject) -> Subject
}

extension JudgedAction {
  package func applied(to subject: Subject) -> Subject { subject }

  /// What this action comes to on `subject` as it is now.
  package func verdict(on subject: Subject, waits: Bool = false) -> ActionVerdict {
    if let (outcome, remark) = settled(on: subject, waits: waits) {
      return .settled(outcome, remark)
    }
    let steps = steps(in: subject.state, waits: waits)
    // Waiting sends nothing, so there is nothing in it that could be refused.
    if steps.contains(where: \.isSent), let refusal = refusal(in: subject.state) {
      return .refused(refusal)
    }
    return .steps(steps)
  }
}
