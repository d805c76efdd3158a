package import Migration

extension Watch {
  /// Takes an answer; that of a request which was called off is dropped.
  ///
  /// - Returns: What is new; `nil` when that is nothing.
  package mutating func answered(
    _ ask: Ask, _ result: Result<Reply, APIProblem>, at now: Duration
  ) -> TaskDelta? {
    guard underWay.removeValue(forKey: ask.number) != nil else { return nil }
    switch result {
    case .success(let answer):
      noteAnswer(to: ask, at: now)
      take(answer, to: ask, at: now)
    case .failure(let problem):
      if case .show(let id) = ask.question, problem.saysGone {
        noteAnswer(to: ask, at: now)
        remove([id], askedAt: ask.at)
        readOne(ask, problem, at: now)
      } else {
        fail(ask, problem, at: now)
      }
    }
    settle(at: now)
    known.forgetGone(before: underWay.values.map(\.at).min() ?? now)
    return news()
  }

  private mutating func noteAnswer(to ask: Ask, at now: Duration) {
    usualWait = (usualWait * 3 + (now - ask.at)) / 4
    answeredAt = now
    surrenders = 0
    hasSucceeded = true
    failures = 0
    isProbing = false
    freshness.outage = nil
  }

  private mutating func take(_ answer: Reply, to ask: Ask, at now: Duration) {
    switch (answer, ask.question) {
    case (.states(let states), _): moving.take(states)
    case (.count(let length), _):
      freshness.readAt[.counts] = ask.at
      counts.take(length)
      page.expect(length)
    case (.task(let task), _):
      learn([task], askedAt: ask.at, in: ask.lane)
      readOne(ask, nil, at: now)
    case (.list(let part), .list(let query)):
      if ask.lane == .counts, counts.searchTook(part, known, at: now) {
        page.begin(.search, at: now)
      }
      learn(part.tasks, askedAt: ask.at, in: ask.lane)
      if ask.lane == .moving { moving.take(part, for: query) }
      if belongsToWalk(ask), let walk = page.take(part, from: query.start) { walked(walk) }
    case (.list, _): break
    }
  }

  /// Whether a request is one of the walk that is under way: what was asked for an earlier one does
  /// not tell what is there now.
  private func belongsToWalk(_ ask: Ask) -> Bool { ask.lane == .page && ask.at >= page.began }

  private mutating func fail(_ ask: Ask, _ problem: APIProblem, at now: Duration) {
    self.problem = problem
    let isNobodyThere = problem.isOutage
    switch (ask.lane, ask.question) {
    case (.page, .list) where !belongsToWalk(ask): break
    case (.page, .list) where page.purpose == .refresh: page.giveUp()
    case (.page, .list(let query)):
      let walk = page.failed(
        from: query.start, problem, answeredAt: answeredAt, askedAt: ask.at, at: now)
      if let walk { walked(walk) }
      // Whether the page or the service is to blame is seen by asking for something else.
      isRefreshWanted = true
    case (.moving, .list), (.moving, .states):
      moving.failed(ask.question, isBad: !isNobodyThere)
    case (.counts, .count): counts.failed()
    case (.targets, _), (.moving, _), (.counts, _), (.page, _):
      readOne(ask, problem, at: now)
    }
    if isNobodyThere, isProbing || problem.kind == .credentials && !hasSucceeded {
      beginOutage(problem, at: now)
    } else {
      isProbing = false
    }
  }
}
