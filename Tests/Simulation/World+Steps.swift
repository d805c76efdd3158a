import Foundation

@testable import Migration

@testable import MigrationService

/// What happens in the world, one thing after the other.
extension World {
  /// Lets one thing happen.
  ///
  /// - Returns: The rule that is broken then, if any.
  mutating func step() -> String? {
    var breach: String?
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<30: call()
    case 30..<55: breach = carryOut()
    case 55..<82: breach = work()
    case 82..<90: pass(.seconds(1))
    case 90..<92: jump()
    case 92..<95: speakLate()
    case 95..<99: if drawsFaults { store.fail(any(SimulatedStore.Fault.allCases)) }
    default: if drawsFaults { crash() }
    }
    return breach ?? check()
  }

  /// Lets everything end that is under way, in a world where nothing goes wrong any more.
  ///
  /// - Returns: The rule that is broken then, if any.
  mutating func settle() -> String? {
    isKind = true
    store.fail(nil)
    for _ in 0..<4000 {
      guard !orders.isEmpty || !runs.isEmpty || !store.unfinished().isEmpty else { return nil }
      if let breach = carryOut() ?? work() { return breach }
      pass(.seconds(1))
      if let breach = check() { return breach }
    }
    return "it never ends: \(store.unfinished()) are unfinished, \(runs.keys) run"
  }

  /// A run goes on a little.
  ///
  /// - Returns: The rule that it breaks, if any.
  private mutating func work() -> String? {
    guard let id = any(runs.keys.sorted()), var run = runs[id] else { return nil }
    let deed = run.goOn(&random, isKind: isKind)
    runs[id] = run
    arrived[id] = run.arrived
    switch deed {
    case .reports(let progress):
      _ = turn { machine, _ in machine.note(progress, of: run.attempt) }
    case .ends(let result):
      let answer = turn { machine, now in try machine.end(run.attempt, result, at: now) }
      log.append("\(id) ends, \(result.end)")
      guard case .success = answer else { return nil }
      runs[id] = nil
      oldAttempts.append(run.attempt)
    case .breaks(let rule): return "the run of task \(id): \(rule)"
    }
    return nil
  }

  private mutating func pass(_ time: Duration) {
    now += Double(time.milliseconds) / 1000
    let isMinute = happens(onceIn: 10)
    _ = turn { machine, now in
      if isMinute { machine.expire(at: now) }
      machine.saveProgress()
      machine.tick(at: now)
    }
  }

  /// Somebody sets the clock.
  private mutating func jump() {
    now += Double.random(in: -5000...5000, using: &random)
    log.append("the clock is at \(now)")
  }

  /// A run that is over says something.
  private mutating func speakLate() {
    guard let attempt = any(oldAttempts) else { return }
    let progress = MoveProgress(objects: ObjectCounts(total: 99, succeeded: 99), isScanned: true)
    let ends = Bool.random(using: &random)
    _ = turn { machine, now in
      machine.note(progress, of: attempt)
      if ends {
        try machine.end(attempt, MoveResult(end: .succeeded, progress: progress), at: now)
      }
    }
  }

  /// Holds what is so against what has to be.
  private mutating func check() -> String? {
    let tasks = store.tasks
    for (id, expectation) in expectations {
      let task = machine.board.moving(id) ?? tasks[id]
      if let breach = expectation.breach(by: task, of: id) { return breach }
      expectations[id]?.arrived = task?.progress.objects.succeeded ?? 0
    }
    let moving = tasks.values.filter(\.state.isMoving)
    guard moving.count <= Self.limits.maxRunning else { return "\(moving.count) tasks run" }
    for task in tasks.values where (store.keys(of: task.id) == nil) != task.state.isFinished {
      return "task \(task.id) is \(task.state) and has the keys: \(!task.state.isFinished)"
    }
    for task in tasks.values where !isTold(task) {
      return "task \(task.id) is \(task.state), and its notice \(String(describing: task.notice))"
    }
    // It takes as long as all the rest, and what is wrong with it stays wrong.
    guard happens(onceIn: 8) else { return nil }
    if let breach = breachOfGroups() { return breach }
    guard !machine.board.isLike(store.index(), moving: Set(moving.map(\.id))) else { return nil }
    return "readers see something else than what is on disk"
  }
}

extension World {
  /// Whether an end that is to be told was, or is owed.
  private func isTold(_ task: StoredTask) -> Bool {
    switch task.notice {
    case nil: task.state != .succeeded && task.state != .failed
    case .owed(let id): store.owed[id]?.task == task.id && task.state.isFinished
    case .delivered: task.state.isFinished && task.state != .stopped
    case .undelivered: false
    }
  }
}

extension TaskBoard {
  fileprivate func isLike(_ index: TaskIndex, moving ids: Set<TaskID>) -> Bool {
    let all = page(of: World.project, in: nil, start: 0, limit: .max)
    let wanted = index.groups(of: World.project)
    return Set(all.moving.keys) == ids
      && groups(of: World.project).allSatisfy { wanted[$0.id] == $0.members }
      && TaskState.known.allSatisfy { state in
        page(of: World.project, in: [state], start: 0, limit: .max).ids
          == index.page(of: World.project, in: [state], start: 0, limit: .max)
      }
  }
}
