import Migration

/// Walks through the whole list, again and again: at first as fast as the service answers, then one
/// page every few seconds, so that what nothing else shows is found in the end.
struct PageLane: Sendable {
  /// Why a walk is under way.
  enum Purpose: Equatable, Sendable {
    /// Nothing is known yet.
    case load
    /// The list fits on one page, so that the walk is the refresh.
    case refresh
    /// The list is not as long as it should be, and nobody knows why.
    case search
    /// To see each task again some time.
    case rotation
  }

  /// When the walk began that is under way or was the last.
  private(set) var began = Duration.zero
  /// Why there is a walk; `nil` when there is none.
  private(set) var purpose: Purpose?
  /// Why there was the one before.
  private(set) var lastPurpose: Purpose?
  /// Whether all tasks have been read once.
  private(set) var isLoaded = false
  /// The earliest time for the next request.
  private(set) var nextAt = Duration.zero

  private var walk = ListWalk<ListedID>()
  private var attempts: [Int: (number: Int, at: Duration)] = [:]
  private var unreadNow: [Int: Unread] = [:]
  private var unreadBefore: [Int: Unread] = [:]

  /// The pause between two pages when nothing presses.
  static let pace = Duration.seconds(3)
  // A page that was refused so often is passed over until the next walk.
  private static let mostAttempts = 3

  /// The parts that could not be read when they were last asked for, in order.
  var unread: [Unread] {
    let earlier = unreadBefore.values.filter { purpose == nil || $0.start >= walk.position }
    return (earlier + unreadNow.values).sorted { $0.start < $1.start }
  }

  /// Begins a walk, in place of the one that is under way.
  mutating func begin(_ purpose: Purpose, at now: Duration) {
    self.purpose = purpose
    began = now
    walk = ListWalk()
    attempts = [:]
    unreadNow = [:]
    if purpose != .rotation { nextAt = now }
  }

  /// Learns how long the list is.
  mutating func expect(_ length: Int) { walk.expect(length) }

  /// The next page to ask for.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - underWay: How many requests of the lane are under way.
  /// - Returns: The question; `nil` when it is not yet time for another, or there is none.
  mutating func next(at now: Duration, underWay: Int) -> Question? {
    guard let purpose, now >= nextAt, underWay == 0 || purpose == .load,
      let start = walk.next(1).first
    else { return nil }
    if purpose == .rotation { nextAt = now + Self.pace }
    return .list(TaskQuery(start: start))
  }

  /// Notes an answer; the tasks in it are kept elsewhere.
  ///
  /// - Returns: The walk, when this was its end.
  mutating func take(_ page: TaskPage, from start: Int) -> ListWalk<ListedID>? {
    attempts[start] = nil
    unreadNow[start] =
      page.unreadable.first.map {
        Unread(start: start, count: page.unreadable.count, cause: .entry(reason: $0))
      }
    _ = walk.take(ListPage(page).map { ListedID(id: $0.id) }, from: start)
    return end()
  }

  /// Notes that a page was not answered; after a few tries it is passed over.
  ///
  /// - Parameters:
  ///   - start: Where the page starts.
  ///   - problem: What happened instead.
  ///   - answeredAt: When anything else was answered last: without that, the way to the service is to
  ///     blame and not the page.
  ///   - askedAt: When the page was asked for.
  ///   - now: The time.
  /// - Returns: The walk, when this was its end.
  mutating func failed(
    from start: Int, _ problem: APIProblem, answeredAt: Duration?, askedAt: Duration,
    at now: Duration
  ) -> ListWalk<ListedID>? {
    let (number, before) = attempts[start] ?? (0, askedAt)
    let isToBlame = answeredAt.map { $0 >= before } ?? false
    attempts[start] = (number + (isToBlame ? 1 : 0), now)
    guard isToBlame, number + 1 >= Self.mostAttempts else {
      walk.askAgain(start)
      nextAt = max(nextAt, now + .seconds(1))
      return nil
    }
    unreadNow[start] = Unread(start: start, count: nil, cause: .page(problem))
    _ = walk.passOver(start, because: problem.shortReason)
    return end()
  }

  /// Lets the next page be asked for at once.
  mutating func hurry(at now: Duration) { nextAt = min(nextAt, now) }

  /// Lets a page that was called off be asked for again.
  mutating func askAgain(_ start: Int) { walk.askAgain(start) }

  /// Ends the walk without a result.
  mutating func giveUp() {
    lastPurpose = purpose
    purpose = nil
  }

  private mutating func end() -> ListWalk<ListedID>? {
    guard walk.isComplete else { return nil }
    giveUp()
    unreadBefore = unreadNow
    unreadNow = [:]
    isLoaded = isLoaded || !walk.isGivenUp
    return walk
  }
}
