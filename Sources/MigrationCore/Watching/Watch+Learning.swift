package import Migration

extension Watch {
  /// Takes in tasks that somebody else asked for, unless nothing is to change now.
  ///
  /// - Returns: What is new; `nil` when that is nothing.
  package mutating func learn(
    _ readings: [TargetReading], askedAt: Duration
  ) -> TaskDelta? {
    guard interval != nil || isRefreshing else { return nil }
    learn(readings.compactMap(\.value), askedAt: askedAt, in: .targets)
    remove(readings.filter { $0.problem?.saysGone ?? false }.map(\.id), askedAt: askedAt)
    return news()
  }

  /// Takes a task for gone that was deleted just now, until a later answer has it.
  ///
  /// - Returns: What is new; `nil` when that is nothing.
  package mutating func forget(_ id: TaskID, at now: Duration) -> TaskDelta? {
    remove([id], askedAt: now)
    return news()
  }

  /// Takes in tasks that an answer brought.
  mutating func learn(_ tasks: [MigrationTask], askedAt: Duration, in lane: Lane) {
    var new: [TaskID] = []
    for task in tasks {
      let seen = SeenTask(task: task, askedAt: askedAt)
      guard let (old, isChanged) = known.learn(seen) else { continue }
      // News from before the last refresh, such as of a task that was not known: what moves is only as
      // young as the oldest of it.
      if task.state.isActive, let read = freshness.readAt[.moving], askedAt < read {
        freshness.readAt[.moving] = askedAt
      }
      if old == nil { new.append(task.id) }
      if stalls.look(at: task, now: askedAt) { note([.stalled], task, askedAt) }
      if lateness.look(at: task, now: askedAt) { note([.late], task, askedAt) }
      guard isChanged else { continue }
      delta.gone[task.id] = nil
      delta.changed[task.id] = seen
      if freshness.isLoaded { note(TaskHappening.between(old, task), task, askedAt) }
    }
    // The first walk puts all that it brings into their order itself.
    if page.isLoaded || lane != .page { known.putInFront(new) }
  }

  /// Takes tasks out that are no longer there.
  mutating func remove(_ ids: [TaskID], askedAt: Duration) {
    var gone: Set<TaskID> = []
    for id in ids {
      guard let task = known.forget(id, askedAt: askedAt) else { continue }
      gone.insert(id)
      stalls.forget(id)
      lateness.forget(id)
      delta.changed[id] = nil
      delta.gone[id] = task
      note([.gone], task, askedAt)
    }
    known.takeOut(gone)
  }

  /// Notes that a walk through everything is over.
  mutating func walked(_ walk: ListWalk<ListedID>) {
    guard !walk.isGivenUp else { return }
    let unseen = known.unseen(since: page.began)
    if walk.isGapless {
      remove(unseen, askedAt: page.began)
    } else {
      suspects = Array(unseen.prefix(Self.mostSuspects))
    }
    known.arrange(by: walk.entries.map(\.id))
    freshness.isLoaded = true
    freshness.readAt[.page] = page.began
    if page.lastPurpose == .search { counts.walked() }
    guard page.lastPurpose == .refresh || page.lastPurpose == .load && !isLarge else { return }
    for lane in Lane.allCases { freshness.readAt[lane] = page.began }
    listsReadAt = page.began
    targets.stop()
    moving.stop()
    counts.stop()
  }

  /// Notes that one task was asked for, and what came of it: the task, the word that it is gone, or
  /// another problem.
  mutating func readOne(_ ask: Ask, _ problem: APIProblem?, at now: Duration) {
    switch ask.lane {
    case .targets: targets.ended(ask, problem)
    case .moving: moving.tookTask()
    case .counts:
      let isGone = problem.map { $0.saysGone }
      let needsWalk =
        isGone == false
        ? counts.searchFailed(at: now) : counts.searchConfirmed(isGone: isGone != nil, at: now)
      if needsWalk { page.begin(.search, at: now) }
    case .page: break
    }
  }

  /// What is new since the last time; `nil` when that is nothing.
  mutating func news() -> TaskDelta? {
    freshness.unread = page.unread
    let isFresher =
      freshness.asOf != toldFreshness.asOf || freshness.isLoaded != toldFreshness.isLoaded
      || freshness.outage != toldFreshness.outage || freshness.unread != toldFreshness.unread
      || targets.troubles != toldTroubles
    guard isFresher || !delta.changed.isEmpty || !delta.gone.isEmpty || !delta.happened.isEmpty
    else { return nil }
    toldFreshness = freshness
    toldTroubles = targets.troubles
    defer { delta = TaskDelta() }
    delta.freshness = freshness
    delta.troubles = targets.troubles
    return delta
  }

  private mutating func note(
    _ happenings: [TaskHappening], _ task: MigrationTask, _ askedAt: Duration
  ) {
    delta.happened += happenings.map { Happened(task: task, what: $0, askedAt: askedAt) }
  }

  private static var mostSuspects: Int { 20 }
}

extension APIProblem {
  /// Whether these are the service's own words that there is no such task, rather than those of
  /// something on the way.
  var saysGone: Bool { kind == .notFound && code != nil }

  /// Whether nobody is there who could answer anything, as far as this tells.
  var isOutage: Bool { isPassing || kind == .credentials }
}
