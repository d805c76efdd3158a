import Migration

/// A list of tasks that is put together from pages, while tasks come and go.
///
/// Each page begins with the last entry of the one before. As long as a page has any task that was
/// seen before, no task that was there all the time can lie between it and them, because tasks that
/// stay keep their order. A page that has none may have left some out, as tasks before it have gone;
/// then the list is read again from further up. Tasks that come move others down, where they are
/// seen twice, and kept once.
struct TaskListing: Sendable {
  /// The tasks so far, in the order of the service.
  private(set) var tasks: [MigrationTask] = []
  /// Whether the end was reached, or as much as was wanted.
  private(set) var isComplete = false

  /// The entries of a page.
  let size: Int

  private let limit: Int?
  private let atOnce: Int
  private var known: Set<TaskID> = []
  private var start = 0
  private var length: Int?
  private var retreat: Int
  private var patience = Self.mostFruitless

  /// How many pages in a row may be of no use before a list is given up that changes too fast, or
  /// that a broken service would keep going for ever.
  static let mostFruitless = 50

  /// A list of which nothing is known.
  ///
  /// - Parameters:
  ///   - size: The most entries of a page; 2 to 100 are used.
  ///   - limit: The most tasks wanted; `nil` means all.
  ///   - atOnce: The most pages asked for at once.
  init(size: Int, limit: Int?, atOnce: Int) {
    self.size = max(2, min(size, 100, limit ?? 100))
    self.limit = limit.map { max($0, 0) }
    self.atOnce = max(1, atOnce)
    retreat = self.size / 2
  }

  /// Whether the number of all entries is known.
  var isLengthKnown: Bool { length != nil }

  /// Where the pages to ask for next start, in order; only one while the length is not known.
  var nextStarts: [Int] {
    var end = length ?? start
    if let limit, limit - tasks.count < end - start { end = start + limit - tasks.count }
    let others = stride(from: start + size - 1, to: end - 1, by: size - 1)
    return [start] + others.prefix(atOnce - 1)
  }

  /// Learns how many entries there are, so that pages can be asked for at once.
  mutating func expect(_ total: Int?) { length = total.map { max($0, 0) } ?? length }

  /// Takes the page that starts at `start`.
  ///
  /// - Returns: The tasks on it that are new, or `nil` when it does not join on to what is there:
  ///   then pages behind it are of no use, and ``nextStarts`` has others.
  /// - Throws: ``APIProblem`` when the list cannot be put together.
  mutating func take(_ page: TaskPage, from start: Int) throws(APIProblem) -> [MigrationTask]? {
    expect(page.total)
    guard start == 0 || joins(page) else {
      try losePatience()
      self.start = max(start - retreat, 0)
      retreat *= 2
      return nil
    }
    retreat = size / 2
    let wanted = limit.map { $0 - tasks.count } ?? .max
    let new = merge(page.tasks)
    self.start = start + max(page.count - 1, 1)
    isComplete = new.count >= wanted || isLast(page, from: start, bringsNothing: new.isEmpty)
    if isComplete {
      tasks.removeLast(max(new.count - wanted, 0))
    } else if !new.isEmpty {
      patience = Self.mostFruitless
    } else if start >= length ?? 0 {
      try losePatience()
    }
    return Array(new.prefix(wanted))
  }

  // Entries that cannot be read join on to nothing, and there is no use in asking again.
  private func joins(_ page: TaskPage) -> Bool {
    known.isEmpty || page.tasks.contains { known.contains($0.id) }
      || page.tasks.isEmpty && !page.unreadable.isEmpty
  }

  private func isLast(_ page: TaskPage, from start: Int, bringsNothing: Bool) -> Bool {
    // Of a full page, only a total that fits exactly is believed.
    page.total == start + page.count
      || page.count < size && (bringsNothing || start + page.count >= page.total ?? 0)
  }

  private mutating func losePatience() throws(APIProblem) {
    patience -= 1
    guard patience > 0 else {
      throw APIProblem(.restlessList, kind: .server)
    }
  }

  /// Puts each new task beside its neighbours on the page.
  ///
  /// - Returns: The new ones.
  private mutating func merge(_ page: [MigrationTask]) -> [MigrationTask] {
    var place = tasks.endIndex
    var new: [MigrationTask] = []
    var waiting: [MigrationTask] = []
    for var task in page.reversed() {
      if known.insert(task.id).inserted {
        if let neighbour = new.last ?? tasks.last { task.shareDetails(with: neighbour) }
        new.append(task)
        waiting.append(task)
      } else if let index = tasks[..<place].lastIndex(where: { $0.id == task.id }) {
        tasks.insert(contentsOf: waiting.reversed(), at: index + 1)
        tasks[index] = task
        waiting = []
        place = index
      }
    }
    tasks.insert(contentsOf: waiting.reversed(), at: place)
    return new.reversed()
  }
}
