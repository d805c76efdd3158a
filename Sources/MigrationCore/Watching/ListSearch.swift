import Migration

/// Finds what came to a list, or went from it, when its length is not as expected.
///
/// What is new is at the head of the list. What has gone is somewhere: everything behind it has moved
/// up, so the place where entries begin to be higher up than they were is found by bisection.
struct ListSearch: Sendable {
  private enum Stage: Sendable {
    case head(start: Int, fruitless: Int)
    case bisection(low: Int, high: Int, shift: Int)
    case gap(start: Int)
    case confirmation([TaskID], underWay: TaskID?)
    case over
  }

  private var stage: Stage
  private var isUnderWay = false
  private let order: [TaskID]
  /// How many more are to be found at the head.
  private var missing: Int
  /// Whether something was found that accounts for the length.
  private(set) var hasFound = false

  // Asking after more of them one by one would take longer than looking through the list.
  private static let mostCandidates = 20

  /// A search in a list that was in this order.
  ///
  /// - Parameters:
  ///   - known: What was known of the list.
  ///   - length: How long it is now.
  init(in known: KnownTasks, length: Int) {
    order = known.order
    missing = length - known.count
    stage =
      length > known.count
      ? .head(start: 0, fruitless: 0) : .bisection(low: 0, high: max(length, 0), shift: 0)
  }

  /// Whether it has ended; without ``hasFound`` only a walk through everything can tell.
  var isOver: Bool { if case .over = stage { true } else { false } }

  /// The next thing to ask.
  mutating func next() -> Question? {
    guard !isUnderWay else { return nil }
    isUnderWay = true
    switch stage {
    case .head(let start, _): return .list(TaskQuery(start: start))
    case .bisection(let low, let high, _):
      if high - low > 50 {
        return .list(TaskQuery(start: low + (high - low) / 2, limit: 3))
      }
      stage = .gap(start: max(low - 1, 0))
      return .list(TaskQuery(start: max(low - 1, 0)))
    case .gap(let start): return .list(TaskQuery(start: start))
    case .confirmation(var ids, _):
      let id = ids.removeFirst()
      stage = .confirmation(ids, underWay: id)
      return .show(id)
    case .over:
      isUnderWay = false
      return nil
    }
  }

  /// Takes the answer to a list.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - isNew: Whether a task was not known before.
  mutating func take(_ page: TaskPage, isNew: (TaskID) -> Bool) {
    isUnderWay = false
    switch stage {
    case .head(let start, let fruitless):
      let new = page.tasks.count { isNew($0.id) }
      hasFound = hasFound || new > 0
      missing -= new
      // Another lane may have brought the newest already, but not those behind them.
      let tries = new > 0 ? 0 : fruitless + 1
      let isOver = missing <= 0 || tries > 2 || page.count < 100
      stage = isOver ? .over : .head(start: start + 99, fruitless: tries)
    case .bisection(let low, let high, let shift): narrow(low, high, shift, page)
    case .gap(let start): compare(page, from: start)
    case .confirmation, .over: break
    }
  }

  /// Notes whether the task that was read is gone.
  mutating func confirmed(isGone: Bool) {
    isUnderWay = false
    hasFound = hasFound || isGone
    if case .confirmation(let left, _) = stage {
      stage = left.isEmpty ? .over : .confirmation(left, underWay: nil)
    }
  }

  /// Ends the search without a result.
  mutating func giveUp() {
    stage = .over
    hasFound = false
  }

  private mutating func narrow(_ low: Int, _ high: Int, _ shift: Int, _ page: TaskPage) {
    let middle = low + (high - low) / 2
    let position = page.tasks.first.flatMap { order.firstIndex(of: $0.id) }
    if page.tasks.isEmpty, page.unreadable.isEmpty {
      // The list has become shorter still.
      stage = .bisection(low: low, high: middle, shift: shift)
    } else if let position, position - middle >= shift {
      stage =
        position - middle > shift
        ? .bisection(low: low, high: middle, shift: shift)
        : .bisection(low: middle, high: high, shift: shift)
    } else {
      // Something new is in front of it.
      stage = .head(start: 0, fruitless: 0)
      missing = .max
    }
  }

  /// Takes those for gone, to be confirmed, that were between others of the page and are not on it.
  private mutating func compare(_ page: TaskPage, from start: Int) {
    let ids = Set(page.tasks.map(\.id))
    let places = order.indices.filter { ids.contains(order[$0]) }
    let first = start == 0 ? 0 : places.first
    let end = page.count < 100 ? order.count : places.last.map { $0 + 1 }
    guard page.unreadable.isEmpty, let first, let end, first < end else { return giveUp() }
    let candidates = order[first..<end].filter { !ids.contains($0) }
    if candidates.isEmpty || candidates.count > Self.mostCandidates {
      giveUp()
    } else {
      stage = .confirmation(candidates, underWay: nil)
    }
  }
}
