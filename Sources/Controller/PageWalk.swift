import Migration

/// A way through all pages of a list that may change meanwhile.
///
/// Tasks that vanish move those behind them to earlier pages, where they would be missed. So each
/// page begins with the last task of the page before; when no task of a page was seen before, the
/// list has moved and the walk goes back. Tasks that come move others to later pages, where they
/// are seen twice, which harms nobody.
struct PageWalk {
  /// Tasks seen so far.
  private(set) var seen: Set<TaskID> = []
  /// Whether the walk is over.
  private(set) var isComplete = false
  /// Whether every task of the list was seen, provided the walk is over.
  private(set) var isGapless = true

  private let state: TaskState?
  private var start = 0
  private var fruitlessPages = 0
  private var retreats = 0

  /// The most tasks of a page.
  static let pageSize = 100
  /// How many pages in a row may bring nothing new, and how often to go back, before a walk ends
  /// that a broken service would keep going for ever.
  ///
  /// A later walk finds what this one missed.
  private static let patience = 50

  /// A walk through the tasks in `state`, or through all of them.
  init(state: TaskState? = nil) {
    self.state = state
  }

  /// What to ask for next.
  var query: TaskQuery { TaskQuery(start: start, limit: Self.pageSize, state: state) }

  /// Takes the answer to ``query``.
  mutating func take(_ page: TaskPage) {
    let ids = Set(page.tasks.map(\.id))
    fruitlessPages = ids.isSubset(of: seen) && start > 0 ? fruitlessPages + 1 : 0
    let hasMoved = start > 0 && ids.isDisjoint(with: seen)
    if !page.unreadable.isEmpty || max(fruitlessPages, retreats) > Self.patience {
      isGapless = false
    }
    if hasMoved, isGapless {
      retreats += 1
      start = max(start - Self.pageSize / 2, 0)
      return
    }
    seen.formUnion(ids)
    isComplete = page.count < Self.pageSize || fruitlessPages > Self.patience
    start += max(page.count - 1, 1)
  }
}
