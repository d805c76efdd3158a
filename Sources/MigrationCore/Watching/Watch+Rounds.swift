import Migration

extension Watch {
  /// Whether there are too many tasks to read all of them at each refresh.
  var isLarge: Bool { page.isLoaded && known.count >= 100 }

  mutating func beginRoundIfDue(at now: Duration) {
    guard !isInRound else { return }
    let isDue = interval.flatMap { pause in roundBegan.map { $0 + pause <= now } } ?? false
    guard isRefreshWanted || isDue else { return }
    isRefreshWanted = false
    isInRound = true
    hasSucceeded = false
    problem = nil
    roundBegan = now
    targets.begin(after: failures)
    if readsTargetsOnly { return }
    if page.isLoaded, !isLarge { return page.begin(.refresh, at: now) }
    if page.purpose == nil, !page.isLoaded { page.begin(.load, at: now) }
    moving.begin(at: now)
    counts.begin()
  }

  /// The question that tries whether anybody is there: the first page, or the number of tasks where
  /// that would not be news, or where the page itself may be the trouble.
  mutating func probe(at now: Duration) -> (Lane, Question)? {
    if readsTargetsOnly { return targets.next().map { (.targets, $0) } }
    page.hurry(at: now)
    if !isLarge, page.isLoaded || failures.isMultiple(of: 2),
      let question = page.next(at: now, underWay: 0)
    {
      return (.page, question)
    }
    counts.begin()
    return counts.next().map { (.counts, $0) }
  }

  /// Goes on from lists to single tasks, and notes when a refresh is over.
  mutating func settle(at now: Duration) {
    if moving.isReadyToFollowUp { moving.followUp(known) }
    guard isInRound, isRoundOver(at: now) else { return }
    isInRound = false
    if let problem, !hasSucceeded { return beginOutage(problem, at: now) }
    if page.isLoaded, !isLarge { return endRefreshing() }
    if targets.isWhole { freshness.readAt[.targets] = roundBegan }
    if readsTargetsOnly { return endRefreshing() }
    if moving.isWhole { listsReadAt = moving.began }
    // A task that could not be read again makes the whole as old as it is.
    freshness.readAt[.moving] = listsReadAt.map { min($0, known.oldestActive ?? $0) }
    if page.isLoaded, page.purpose != .search { counts.judge(known) }
    endRefreshing()
  }

  private func isRoundOver(at now: Duration) -> Bool {
    if page.purpose == .refresh { return false }
    return targets.isAsked && targetsWaitUntil.map { $0 <= now } ?? true && moving.isOver
      && counts.isOver
  }

  /// How long a refresh waits for targets that were asked for; `nil` when there are none.
  var targetsWaitUntil: Duration? {
    let asks = underWay.values.lazy.filter { $0.lane == .targets }
    return asks.map(\.at).max().map { $0 + patience }
  }

  /// How long a call may take before it is taken for one that hangs; longer each time that this was
  /// found to be too short.
  var patience: Duration { (.seconds(1) + usualWait * 2) * (1 << min(surrenders, 6)) }

  private mutating func endRefreshing() {
    if !isRefreshWanted, page.purpose == nil || page.purpose == .rotation { isRefreshing = false }
  }

  /// Waits for a while, longer each time, before one request tries again.
  mutating func beginOutage(_ problem: APIProblem, at now: Duration) {
    failures += 1
    let pause = min(.seconds(1 << min(failures - 1, 5)), longestPause)
    abandon { _ in true }
    stopRound()
    freshness.outage = Outage(
      problem: problem, began: freshness.outage?.began ?? now, retryAt: now + pause,
      failures: failures)
    isProbing = true
    isRefreshWanted = true
  }

  /// Forgets requests that are under way; their answers will be of no use.
  mutating func abandon(where isHopeless: (Ask) -> Bool) {
    let hopeless = underWay.values.filter(isHopeless)
    for ask in hopeless {
      underWay[ask.number] = nil
      abandoned.append(ask.number)
      if case (.page, .list(let query)) = (ask.lane, ask.question) { page.askAgain(query.start) }
    }
    if hopeless.contains(where: { $0.lane != .page || page.purpose == .refresh }) { stopRound() }
  }

  /// Ends a refresh before all of it was answered.
  mutating func stopRound() {
    isInRound = false
    targets.stop()
    moving.stop()
    counts.stop()
  }
}
