import Migration

/// Asks how many tasks there are, and looks for what came or went when that is not as it should be.
struct CountLane: Sendable {
  /// How many there were at the last count.
  private(set) var length: Int?
  /// Whether the count of this round is over.
  private(set) var isOver = true

  private var search: ListSearch?
  private var isDue = false
  /// By how much the count differs although everything has been read: what cannot be read counts.
  private var settled = 0
  /// Whether everything has just been read, so that a difference that is left has no other reason.
  private var isSettling = false
  private var mismatches = 0
  private var walkedAt: Duration?

  // Between a count and the lists of the same round a task may come or go.
  private static let mostMismatches = 2
  private static let walkPause = Duration.seconds(60)

  /// Begins anew.
  mutating func begin() {
    isDue = true
    isOver = false
  }

  /// Forgets what is under way and was to come.
  mutating func stop() {
    isDue = false
    isOver = true
    search = nil
  }

  /// The next thing to ask.
  mutating func next() -> Question? {
    if isDue {
      isDue = false
      return .count
    }
    return isOver ? search?.next() : nil
  }

  /// Takes a count.
  mutating func take(_ length: Int) {
    self.length = length
    isOver = true
  }

  /// Notes that the count was not answered.
  mutating func failed() {
    length = nil
    isOver = true
  }

  /// Compares the count of a round with what is known at its end.
  mutating func judge(_ known: KnownTasks) {
    guard let length, search == nil else { return }
    let difference = length - known.count
    if isSettling { settled = difference }
    isSettling = false
    mismatches = difference == settled ? 0 : mismatches + 1
    guard mismatches >= Self.mostMismatches else { return }
    search = ListSearch(in: known, length: length - settled)
  }

  /// Lets the search take an answer, before the tasks in it become known.
  ///
  /// - Returns: Whether only a walk through everything can tell more.
  mutating func searchTook(
    _ page: TaskPage, _ known: KnownTasks, at now: Duration
  ) -> Bool {
    search?.take(page) { !known.isKnown($0) }
    return endOfSearch(at: now)
  }

  /// Tells the search whether a task is gone that it asked about.
  mutating func searchConfirmed(isGone: Bool, at now: Duration) -> Bool {
    search?.confirmed(isGone: isGone)
    return endOfSearch(at: now)
  }

  /// Gives the search up, because it was not answered.
  mutating func searchFailed(at now: Duration) -> Bool {
    search?.giveUp()
    return endOfSearch(at: now)
  }

  /// Notes that everything has been read.
  mutating func walked() { isSettling = true }

  private mutating func endOfSearch(at now: Duration) -> Bool {
    guard let search, search.isOver else { return false }
    self.search = nil
    mismatches = 0
    if search.hasFound { return false }
    if let walkedAt, now - walkedAt < Self.walkPause { return false }
    walkedAt = now
    return true
  }
}
