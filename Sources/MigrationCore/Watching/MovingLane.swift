import Migration

/// Reads the tasks that change by themselves: those that the service lists by their states, and then
/// what became of the ones that it no longer lists.
struct MovingLane: Sendable {
  /// The states that the service can list; `nil` until it has said which.
  private(set) var states: [TaskState]?
  /// When the round began that is under way or was the last.
  private(set) var began = Duration.zero
  /// Whether all lists were read that were asked for in this round.
  private(set) var isWhole = true

  private var walks: [TaskState: ListWalk<ListedID>] = [:]
  /// The states whose lists were not read whole, so that they leave it open who is still in them.
  private var open: Set<TaskState> = []
  private var isAskingStates = false
  /// Whether what became of those that are no longer listed has been settled.
  private var isFollowedUp = true
  private var followUps: [Question] = []
  private var followUpsUnderWay = 0
  /// The task that a page was last read for, and when.
  private var sought: (id: TaskID, at: Duration)?

  // More would take longer than a refresh; what is left is read in the next.
  private static let mostShows = 4
  private static let mostPages = 2

  /// Whether nothing is under way and nothing left to ask for.
  var isOver: Bool {
    isFollowedUp && followUps.isEmpty && followUpsUnderWay == 0
  }

  /// Whether all lists are read, so that it is time for ``followUp(_:)``.
  var isReadyToFollowUp: Bool {
    !isFollowedUp && states != nil && walks.values.allSatisfy(\.isComplete)
  }

  /// Begins anew; what is under way is forgotten.
  mutating func begin(at now: Duration) {
    stop()
    began = now
    isWhole = true
    isFollowedUp = false
    openWalks()
  }

  /// Forgets what is under way and was to come.
  mutating func stop() {
    walks = [:]
    open = []
    isAskingStates = false
    isFollowedUp = true
    followUps = []
    followUpsUnderWay = 0
  }

  private mutating func openWalks() {
    for state in states ?? [] { walks[state] = ListWalk() }
  }

  /// The next thing to ask.
  mutating func next() -> Question? {
    guard !isFollowedUp else {
      guard !followUps.isEmpty else { return nil }
      followUpsUnderWay += 1
      return followUps.removeFirst()
    }
    guard let states else {
      guard !isAskingStates else { return nil }
      isAskingStates = true
      return .states
    }
    for state in states {
      guard let start = walks[state]?.next(1).first else { continue }
      return .list(TaskQuery(start: start, limit: 100, state: state))
    }
    return nil
  }

  /// Learns which states can be listed.
  mutating func take(_ states: [TaskState]) {
    self.states = states
    isAskingStates = false
    openWalks()
  }

  /// Notes an answer to a list or a reading; the tasks in it are kept elsewhere.
  mutating func take(_ page: TaskPage, for query: TaskQuery) {
    guard let state = query.state else { return followUpsUnderWay -= 1 }
    _ = walks[state]?.take(ListPage(page).map { ListedID(id: $0.id) }, from: query.start)
  }

  /// Notes that one task was read.
  mutating func tookTask() { followUpsUnderWay -= 1 }

  /// Notes that a question was not answered.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - isBad: Whether it is the answer that is bad, so that others may be good.
  mutating func failed(_ question: Question, isBad: Bool) {
    isWhole = false
    switch question {
    case .states: stop()
    case .list(let query):
      guard let state = query.state else { return followUpsUnderWay -= 1 }
      open.insert(state)
      if isBad {
        _ = walks[state]?.passOver(query.start, because: "")
      } else {
        walks[state] = nil
      }
    case .show: followUpsUnderWay -= 1
    case .count: break
    }
  }

  /// Sees to it that those are read that were to be in the lists and were not, and those that the
  /// service cannot list: by pages where many are together, or else one by one.
  mutating func followUp(_ known: KnownTasks) {
    isFollowedUp = true
    let listed = Set(states ?? [])
    let left = known.active.filter { id in
      guard let seen = known[id], seen.askedAt < began else { return false }
      return !listed.contains(seen.task.state) || !open.contains(seen.task.state)
    }
    guard !left.isEmpty else { return }
    // Those of which nothing was seen for longest come first.
    let queue = left.sorted {
      (known.askedAt($0) ?? .zero, $0) < (known.askedAt($1) ?? .zero, $1)
    }
    let positions = left.count > 2 ? known.positions(of: left) : [:]
    var pages: [Range<Int>] = []
    var shows = 0
    let missed = sought.flatMap { sought in
      known.askedAt(sought.id).flatMap { $0 < sought.at ? sought.id : nil }
    }
    sought = nil
    for id in queue {
      if let position = positions[id] {
        if pages.contains(where: { $0.contains(position) }) { continue }
        // A page that did not have it the last time will not have it now.
        if pages.count < Self.mostPages, id != missed {
          // As many others as can be are on the same page.
          let above = positions.values.filter { $0 <= position && position - $0 < 98 }.min()
          let start = max((above ?? position) - 1, 0)
          pages.append(start..<start + 100)
          followUps.append(.list(TaskQuery(start: start)))
          sought = sought ?? (id, began)
          continue
        }
      }
      if shows < Self.mostShows {
        shows += 1
        followUps.append(.show(id))
      }
    }
  }
}

extension ListPage<MigrationTask> {
  /// A page of tasks.
  init(_ page: TaskPage) {
    self.init(entries: page.tasks, unreadable: page.unreadable, total: page.total)
  }
}
