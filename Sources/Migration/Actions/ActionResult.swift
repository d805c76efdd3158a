/// How an action on one target ended.
///
/// The raw value is the contract's word in JSON.
package enum ActionOutcome: String, Equatable, Hashable, Sendable {
  /// What was asked for is so; also when it was so already.
  case done
  /// The service accepted it; the effect was not waited for.
  case accepted
  /// The target's state does not allow it; nothing was changed.
  case refused
  /// The call went wrong.
  case failed
  /// It was left alone: it is no longer what was agreed about, or an earlier failure or a
  /// cancellation came first.
  case skipped
}

/// What became of one target.
package struct TargetResult<ID: TargetID>: Equatable, Sendable {
  /// The target.
  package var id: ID
  /// Its name, as far as it is known.
  package var name: String
  /// How it ended.
  package var outcome: ActionOutcome
  /// Why it was refused, failed or skipped; `nil` otherwise.
  package var problem: APIProblem?
  /// A remark about a success.
  package var remark: ActionRemark?

  /// A result for one target.
  package init(
    id: ID, name: String, outcome: ActionOutcome, problem: APIProblem? = nil,
    remark: ActionRemark? = nil
  ) {
    self.id = id
    self.name = name
    self.outcome = outcome
    self.problem = problem
    self.remark = remark
  }

  /// A result for `target` that was not tried, because of `problem`.
  package init(skipping target: ActionTarget<ID>, because problem: APIProblem) {
    self.init(id: target.id, name: target.name, outcome: .skipped, problem: problem)
  }

  /// A result for `target` on which `problem` came up.
  package init(_ target: ActionTarget<ID>, failing problem: APIProblem) {
    self.init(
      id: target.id, name: target.name, outcome: problem.kind == .wrongState ? .refused : .failed,
      problem: problem)
  }

  /// A result for `target` that went well.
  package init(_ target: ActionTarget<ID>, _ outcome: ActionOutcome, remark: ActionRemark? = nil) {
    self.init(id: target.id, name: target.name, outcome: outcome, remark: remark)
  }
}

/// What became of one task.
package typealias ActionResult = TargetResult<TaskID>

/// What became of one group.
package typealias GroupActionResult = TargetResult<TaskGroupID>
