package import Migration

/// What a watcher of a service's tasks knows, and what it asks next: a state machine without a clock
/// or a network.
///
/// A list of one page is read whole at each refresh. Of a longer one a refresh reads what moves and
/// how many there are; what came or went is looked for where it must be when that number is not as
/// it was; and the rest is read a page at a time. So an unchanged list costs at most five requests,
/// however long it is.
package struct Watch: Sendable {
  /// Whether nothing but the watched tasks is asked for.
  let readsTargetsOnly: Bool
  /// The longest pause after a failure.
  let longestPause: Duration

  /// The tasks.
  var known = KnownTasks()
  var targets = TargetLane()
  var moving = MovingLane()
  var counts = CountLane()
  var page = PageLane()
  /// The tasks that were missing from a walk that does not prove that they are gone.
  var suspects: [TaskID] = []

  /// The pause between two refreshes; `nil` while nothing is asked for by itself.
  var interval: Duration?
  /// Whether a refresh was asked for that has not begun.
  var isRefreshWanted = false
  /// Whether a refresh was asked for that is not over.
  var isRefreshing = false
  /// Whether a refresh is under way.
  var isInRound = false
  /// When it began, or when the last did.
  var roundBegan: Duration?
  /// What a request of it met with.
  var problem: APIProblem?
  /// When the lists of what moves were asked for that were read last.
  var listsReadAt: Duration?
  /// Whether anything was answered in it.
  var hasSucceeded = false
  /// Whether one request at a time tries whether anybody is there.
  var isProbing = true
  /// How often nobody was.
  var failures = 0

  var underWay: [Int: Ask] = [:]
  var abandoned: [Int] = []
  var lastNumber = 0
  /// When anything was answered last.
  var answeredAt: Duration?
  /// How often in a row calls were given up.
  var surrenders = 0
  /// How long an answer takes, about.
  var usualWait = Duration.zero
  var stalls = Stalls()
  var lateness = Lateness()
  var freshness = Freshness()
  /// What was told of it last.
  var toldFreshness = Freshness()
  var toldTroubles: [TaskID: Trouble] = [:]
  /// What is new since it was last told.
  var delta = TaskDelta()

  /// A watch of which nothing is known and that asks for nothing.
  ///
  /// - Parameters:
  ///   - readsTargetsOnly: Whether nothing but the tasks of ``watch(_:)`` is asked for.
  ///   - longestPause: The longest pause after a failure.
  package init(readsTargetsOnly: Bool = false, longestPause: Duration = .seconds(30)) {
    self.readsTargetsOnly = readsTargetsOnly
    self.longestPause = longestPause
  }

  /// The task as it was last seen, and when that was asked for.
  package func task(_ id: TaskID) -> SeenTask? { known[id] }

  /// How many tasks are known.
  package var count: Int { known.count }

  /// Asks for a refresh every so often; `nil` means no request at all unless ``refresh(at:)`` asks
  /// for one.
  package mutating func poll(every interval: Duration?, at now: Duration) {
    self.interval = interval
    if interval == nil {
      isRefreshWanted = false
      isRefreshing = false
      abandon { _ in true }
    } else if roundBegan == nil {
      roundBegan = now
    }
  }

  /// Asks for a refresh now, even if nobody answered a moment ago; calls that hang are given up.
  package mutating func refresh(at now: Duration) {
    isRefreshWanted = true
    isRefreshing = true
    freshness.outage?.retryAt = now
    let limit = patience
    let hanging = underWay.values.filter { now - $0.at > limit }
    guard !hanging.isEmpty else { return }
    surrenders += 1
    let isRoundHanging = hanging.contains { $0.lane != .page }
    abandon { $0.lane != .page && isRoundHanging || now - $0.at > limit }
  }

  /// Reads these tasks at each refresh, before all others.
  package mutating func watch(_ ids: [TaskID]) { targets.ids = ids }

  /// What to do now.
  package mutating func due(at now: Duration) -> Turn {
    var turn = Turn(abandoned: abandoned)
    abandoned = []
    guard interval != nil || isRefreshing else { return turn }
    settle(at: now)
    if let outage = freshness.outage, now < outage.retryAt {
      turn.wakeAt = outage.retryAt
      return turn
    }
    beginRoundIfDue(at: now)
    if isProbing {
      if isInRound, underWay.isEmpty, let (lane, question) = probe(at: now) {
        turn.asks = [ask(lane, question, at: now)]
      }
      turn.wakeAt = wakeAt(now)
      return turn
    }
    for lane in Lane.allCases {
      while lane.isAdmitted(beside: numbersUnderWay), let question = next(in: lane, at: now) {
        turn.asks.append(ask(lane, question, at: now))
      }
    }
    turn.wakeAt = wakeAt(now)
    return turn
  }

  /// How many requests of each lane are under way.
  var numbersUnderWay: [Lane: Int] {
    underWay.values.reduce(into: [:]) { $0[$1.lane, default: 0] += 1 }
  }

  private mutating func ask(_ lane: Lane, _ question: Question, at now: Duration) -> Ask {
    lastNumber += 1
    let ask = Ask(number: lastNumber, lane: lane, question: question, at: now)
    underWay[ask.number] = ask
    return ask
  }

  private mutating func next(in lane: Lane, at now: Duration) -> Question? {
    switch lane {
    case .targets: return isInRound ? targets.next() : nil
    case .moving: return moving.next()
    case .counts: return counts.next()
    case .page:
      let isIdle = !underWay.values.contains { $0.lane == .page }
      if isIdle, !suspects.isEmpty { return .show(suspects.removeFirst()) }
      if page.purpose == nil, isLarge, interval != nil { page.begin(.rotation, at: now) }
      return page.next(at: now, underWay: isIdle ? 0 : 1)
    }
  }

  private func wakeAt(_ now: Duration) -> Duration? {
    var times: [Duration] = []
    if !isInRound, let interval, let roundBegan { times.append(roundBegan + interval) }
    if page.nextAt > now, page.purpose != nil { times.append(page.nextAt) }
    if isInRound, let time = targetsWaitUntil, time > now { times.append(time) }
    return times.min()
  }
}
