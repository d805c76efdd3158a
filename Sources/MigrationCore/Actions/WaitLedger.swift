import Migration

/// What a wait knows: which tasks it still waits for, and how it ended for the others.
struct WaitLedger: Sendable {
  let goal: TaskWait.Goal
  /// How long a task may be out of sight.
  let longestOutage: Duration?

  private let ids: [TaskID]
  private var ends: [TaskID: TaskWait.End] = [:]
  private var tasks: [TaskID: MigrationTask] = [:]
  private var troubles: [TaskID: Trouble] = [:]
  private var outage: Trouble?

  /// A wait that has not begun; repeated ids count once.
  init(goal: TaskWait.Goal, ids: [TaskID], longestOutage: Duration?) {
    var seen: Set<TaskID> = []
    self.goal = goal
    self.ids = ids.filter { seen.insert($0).inserted }
    self.longestOutage = longestOutage
  }

  /// The tasks that are still waited for.
  var open: [TaskID] { ids.filter { ends[$0] == nil } }

  /// When a task will have been out of sight for too long; `nil` while none is.
  var givesUpAt: Duration? {
    guard let longestOutage else { return nil }
    let since = troubles.values.map(\.since) + [outage?.since].compactMap(\.self)
    return since.min().map { $0 + longestOutage }
  }

  /// Takes in what became known.
  ///
  /// - Returns: Whether there are fewer tasks to wait for now.
  mutating func take(_ delta: TaskDelta) -> Bool {
    let before = ends.count
    for (id, seen) in delta.changed where ends[id] == nil {
      tasks[id] = seen.task
      if goal.isReached(in: seen.task.state) {
        ends[id] = .reached(seen.task)
      } else if seen.task.state.isFinished {
        ends[id] = .missed(seen.task)
      }
    }
    troubles = delta.troubles.filter { ends[$0.key] == nil }
    for (id, trouble) in troubles where !mayPass(trouble.problem, for: id) {
      ends[id] = .failed(trouble.problem)
      troubles[id] = nil
    }
    outage = delta.freshness.outage.map { now in
      Trouble(problem: now.problem, since: outage?.since ?? now.began)
    }
    // What was refused for one task may be granted for another, so a second one is tried.
    let tries = min(2, open.count)
    if let outage = delta.freshness.outage, !outage.problem.isPassing, outage.failures >= tries {
      for id in open { ends[id] = .failed(outage.problem) }
    }
    return ends.count > before
  }

  /// Gives up those that have been out of sight for too long.
  ///
  /// - Returns: Whether there are fewer tasks to wait for now.
  mutating func giveUp(at now: Duration) -> Bool {
    guard let longestOutage else { return false }
    let before = ends.count
    for id in open {
      let troubles = [troubles[id], outage].compactMap(\.self)
      guard let trouble = troubles.min(by: { $0.since < $1.since }),
        now - trouble.since >= longestOutage
      else { continue }
      ends[id] = .failed(trouble.problem)
      self.troubles[id] = nil
    }
    return ends.count > before
  }

  /// Whether the next look at a task may succeed; what never was answered for is not waited for.
  private func mayPass(_ problem: APIProblem, for id: TaskID) -> Bool {
    problem.isPassing || problem.isForeign && tasks[id] != nil
  }

  /// How it ended for each, in their order.
  func ends(isCancelled: Bool) -> [(id: TaskID, end: TaskWait.End)] {
    ids.map { id in
      (id, ends[id] ?? (isCancelled ? .failed(.calledOff) : .timedOut(tasks[id])))
    }
  }
}
