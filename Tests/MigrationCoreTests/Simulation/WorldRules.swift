@testable import Migration
@testable import MigrationCore

/// What must hold of the calls and the results of one plan.
struct ActionRules {
  let plan: Plan<TaskAction>
  /// When it was agreed to.
  let agreedAt: Duration
  /// All that was so up to the end.
  let world: WatchedService

  /// The rules that calls broke: each has to be a step of the plan, on a target that was last known
  /// to be as agreed.
  func broken(by calls: [ChangingService.Call]) -> [String] {
    var broken: [String] = []
    var steps: [TaskID: [ActionStep]] = [:]
    for call in calls {
      let target = plan.targets.first { $0.seen.id == call.id }
      guard let target, let place = target.steps.firstIndex(of: call.step) else {
        broken.append("\(call.step) of \(call.id) was not agreed to")
        continue
      }
      if call.step != .deleting, steps[call.id, default: []].contains(call.step) {
        broken.append("\(call.step) of \(call.id) was sent twice")
      }
      steps[call.id, default: []].append(call.step)
      let hasWaited = target.steps[..<place].contains(.waitingUntilStopped)
      let isRight =
        hasWaited
        ? call.known?.state.isFinished == true && call.known?.startedAt == target.seen.startedAt
        : call.known.map(Seen.init) == target.seen
      if !isRight {
        broken.append("\(call.step) of \(call.id), which was \(call.known?.state as Any)")
      }
    }
    return broken
  }

  /// The rules that results broke: each target has one, and what it says is so.
  func broken(by results: [ActionResult]) -> [String] {
    guard results.map(\.id) == plan.targets.map(\.seen.id) else {
      return ["a target without a result, or with two"]
    }
    return zip(plan.targets, results).compactMap { target, result in
      switch result.outcome {
      case .done where plan.action.wantsAbsence:
        world.isThere(result.id) ? "\(result.id) is called deleted and is there" : nil
      case .done where plan.action == .stop:
        hasEnded(target.seen) ? nil : "\(result.id) is called stopped and never was"
      case .skipped where result.problem?.kind == .notFound:
        world.isThere(result.id) ? "\(result.id) is called gone and is there" : nil
      case .done, .accepted: nil
      case .skipped, .refused, .failed:
        result.problem == nil ? "\(result.id) has no reason" : nil
      }
    }
  }

  private func hasEnded(_ seen: Seen<MigrationTask>) -> Bool {
    !world.isThere(seen.id)
      || world.past[seen.id, default: []].contains { version in
        version.task.state.isFinished && version.task.startedAt == seen.startedAt
          && version.to.map { $0 >= agreedAt } ?? true
      }
  }
}

/// What must hold of the end of a wait.
struct WaitRules {
  let goal: TaskWait.Goal
  let polling: Polling
  let began: Duration
  let ended: Duration

  /// The rules that one end broke.
  func broken(by end: TaskWait.End, of id: TaskID, in world: WatchedService) -> [String] {
    switch end {
    case .reached(let task):
      goal.isReached(in: task.state) && world.has(task, since: began)
        ? [] : ["\(id) is said to have reached \(goal) and has not"]
    case .missed(let task):
      task.state.isFinished && !goal.isReached(in: task.state) && world.has(task, since: began)
        ? [] : ["\(id) is said to have missed \(goal) and has not"]
    case .timedOut(let task):
      ended - began >= polling.limit ?? .zero
        && task.map { world.has($0, since: began) } ?? true
        ? [] : ["the time of \(id) is said to be over too early, or it was never so"]
    case .failed(let problem) where problem.saysGone:
      world.isThere(id) ? ["the wait for \(id) ended because it is gone, and it is there"] : []
    case .failed(let problem):
      problem.isPassing && ended - began < polling.longestOutage ?? .zero
        ? ["the wait for \(id) ended at once because of what passes: \(problem.kind)"] : []
    }
  }
}
