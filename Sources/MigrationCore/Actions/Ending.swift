import Migration

/// Why the steps on a target end before the last of them.
enum Ending: Error {
  /// It is no longer what was agreed about, so nothing was done, or nothing more.
  case leftAlone(APIProblem)
  /// The state does not allow a step, by the service's word.
  case refused(APIProblem)
  /// A step went wrong.
  case failed(APIProblem)
  /// There is nothing left to do.
  case over(ActionOutcome, ActionRemark)

  /// What a call that went wrong means for its target.
  init(_ problem: APIProblem) {
    self = problem.kind == .wrongState ? .refused(problem) : .failed(problem)
  }

  /// The result for `target`.
  func result<ID>(for target: ActionTarget<ID>) -> TargetResult<ID> {
    switch self {
    case .leftAlone(let problem): TargetResult(skipping: target, because: problem)
    case .refused(let problem):
      TargetResult(id: target.id, name: target.name, outcome: .refused, problem: problem)
    case .failed(let problem):
      TargetResult(id: target.id, name: target.name, outcome: .failed, problem: problem)
    case .over(let outcome, let remark): TargetResult(target, outcome, remark: remark)
    }
  }
}

/// What became of a call that was answered well, or of which that was found out.
struct Sent {
  /// Whether what was asked for is so, or was only accepted.
  var outcome: ActionOutcome
  /// What there is to say about it.
  var remark: ActionRemark?
}
