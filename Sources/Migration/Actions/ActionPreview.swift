/// What an action would do to one target: for a dry run, and for the question before it is done.
package struct ActionPreview<ID: TargetID>: Equatable, Sendable {
  /// The target, with its name as far as it is known.
  package var target: ActionTarget<ID>
  /// The word for its state; `nil` when it could not be read.
  package var state: String?
  /// What would be done, in order; empty when nothing would.
  package var steps: [ActionStep]
  /// What is so already, so that nothing has to be done; `nil` otherwise.
  package var settled: String?
  /// Why it would be refused or has failed already; `nil` otherwise.
  package var problem: APIProblem?

  /// The result of a dry run.
  package var dryResult: TargetResult<ID> {
    if let problem { return TargetResult(target, failing: problem) }
    let now = state.map { " (\($0) now)" } ?? ""
    let plan = steps.isEmpty ? "change nothing" : steps.map(\.plan).joined(separator: ", ")
    return TargetResult(target, .skipped, remark: "would \(plan)\(now)")
  }

  /// The result when it is certain without anything being sent; `nil` otherwise.
  package var foregoneResult: TargetResult<ID>? {
    if let problem { return TargetResult(target, failing: problem) }
    if let settled { return TargetResult(target, .done, remark: settled) }
    // Nobody was asked about it, so nothing must be sent, whatever becomes of it meanwhile.
    return steps.isEmpty ? TargetResult(target, .accepted, remark: "it is under way already") : nil
  }
}

extension JudgedAction {
  /// What this action would do to what was read.
  ///
  /// - Parameters:
  ///   - reading: The target as it was read.
  ///   - waits: Whether the effect is waited for.
  /// - Returns: The plan, or why there is none.
  package func preview(
    of reading: Reading<Subject>, waits: Bool = false
  ) -> ActionPreview<Subject.ID> {
    switch reading.outcome {
    case .failure(let problem):
      let isSettled = wantsAbsence && problem.kind == .notFound
      return ActionPreview(
        target: ActionTarget(id: reading.id, name: ""), steps: [],
        settled: isSettled ? goneAlready : nil, problem: isSettled ? nil : problem)
    case .success(let subject):
      let settled = settled(in: subject.state)
      let problem = settled == nil ? problem(in: subject.state) : nil
      let isSent = settled == nil && problem == nil
      return ActionPreview(
        target: subject.target, state: subject.stateWord,
        steps: isSent ? steps(in: subject.state, waits: waits) : [], settled: settled,
        problem: problem)
    }
  }

  /// The refusal in `state` as a problem, or `nil`.
  package func problem(in state: Subject.State) -> APIProblem? {
    refusal(in: state).map { refusal in
      APIProblem(
        kind: .wrongState, code: refusal.code, sentence: "\(verb) refused: \(refusal.sentence)")
    }
  }
}

/// What is said of something that was to be deleted and is not there.
package let goneAlready = "it is gone already"
