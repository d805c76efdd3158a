/// A plan that somebody agreed to.
///
/// It can be made from an answer to the plan's own question and in no other way, and whatever sends
/// something takes one, so nothing is sent that nobody agreed to.
package struct Consent<Action: JudgedAction>: Equatable, Sendable {
  /// What was agreed to.
  package let plan: Plan<Action>

  fileprivate init(_ plan: Plan<Action>) {
    self.plan = plan
  }
}

extension Plan {
  /// The consent that `answer` is, or `nil` when it is none.
  package func consent(to answer: Answer) -> Consent<Action>? {
    challenge.isMet(by: answer) ? Consent(self) : nil
  }
}
