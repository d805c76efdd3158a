/// A plan that somebody agreed to.
///
/// It can be made from an answer to the plan's own question and in no other way, and whatever sends
/// something takes one, so nothing is sent that nobody agreed to. It counts once.
package struct Consent<Action: JudgedAction>: Equatable, Sendable {
  /// What was agreed to.
  package let plan: Plan<Action>
  /// The number of the question that it answers.
  package let number: Int

  fileprivate init(_ plan: Plan<Action>, number: Int) {
    self.plan = plan
    self.number = number
  }
}

extension Plan {
  /// The consent that `answer` is, or `nil` when it is none.
  ///
  /// - Parameters:
  ///   - answer: What was said.
  ///   - number: The number of the question; no other question of the program has it.
  /// - Returns: The consent, which can be carried out once, however often it was given.
  package func consent(to answer: Answer, number: Int) -> Consent<Action>? {
    challenge.isMet(by: answer) ? Consent(self, number: number) : nil
  }
}
