package import Migration

/// All tasks that are known, and those of them that the filter shows, in order.
///
/// A change costs what it touches: tasks that did not change are compared and left alone, and the
/// order is mended. A new order or filter is a work for somebody else, until which the rows stay as
/// they are.
package struct TaskTable: Sendable {
  /// The shown tasks, in order.
  package internal(set) var rows: [TaskID] = []
  /// What stands on the lines of the table.
  package internal(set) var lines = TableLines()
  /// What all tasks come to.
  package internal(set) var tally = Tally()
  /// How `rows` is to be sorted.
  package var order: TaskOrder {
    get { wanted.order }
    set { wanted.order = newValue }
  }
  /// Which tasks `rows` is to have.
  package var filter: RowFilter {
    get { wanted.filter }
    set { wanted.filter = newValue }
  }

  /// How what is under way moves.
  var movement = Movement()
  /// When what is known was told, from the opening of the dashboard.
  var now = Duration.zero

  var tasks = PackedTasks()
  /// What `rows` follows.
  var shown: Arrangement
  /// What it is to follow.
  var wanted: Arrangement {
    didSet {
      if isArranged {
        let wasFiltered = !shown.filter.isEmpty
        shown = wanted
        if wasFiltered == shown.filter.isEmpty { layOut() }
      }
      if isArranged || !wanted.showsSame(as: oldValue) { arranging = nil }
    }
  }
  /// The work that is under way for that: its number, and the tasks that are not as it knows them.
  var arranging: (request: Int, touched: Set<TaskID>)?
  /// Counts the changes of what is known and of what is shown.
  var version = 0
  /// What somebody looked for last.
  var search: Search?
  /// Tasks whose stop was accepted while the service may still call them running.
  var stopping: [TaskID: AcceptedStop] = [:]
  /// Tasks that were there when the service was left, and that it has not told of since.
  var unconfirmed: Set<TaskID> = []
  /// What somebody chose to have in one line, or not.
  var foldings: [Fold: Bool] = [:]
  /// The task that is shown even where one line stands for it.
  var kept: TaskID?
  /// Whether no row moves, whatever changes.
  var isHeld = false
  /// Tasks that are not where they belong, as the rows are held.
  var loose: Set<TaskID> = []

  /// An empty table.
  package init(order: TaskOrder = .sections, filter: RowFilter = RowFilter()) {
    shown = Arrangement(order: order, filter: filter)
    wanted = shown
  }

  /// How many tasks there are, shown or not.
  package var count: Int { tasks.count }

  /// How many tasks are in each state, shown or not.
  package var counts: [TaskState: Int] { tally.counts }

  /// The task with this id, shown or not.
  package func task(_ id: TaskID) -> MigrationTask? { tasks[id] }

  /// The tasks of `rows`, as they are now.
  package var shownTasks: OrderedTasks { OrderedTasks(rows, of: tasks) }

  /// Whether `rows` follows the order and the filter.
  package var isArranged: Bool { wanted.showsSame(as: shown) }

  /// The work of making it so.
  package var arranger: Arranger { Arranger(tasks: tasks, arrangement: wanted) }

  /// Whether the rows are to be arranged, and nobody is at it.
  var waitsForArranger: Bool { !isArranged && arranging == nil }

  /// Whether there is a task with this id, shown or not.
  func has(_ id: TaskID) -> Bool { tasks.position(of: id) != nil }

  /// Whether the filter shows the task with this id.
  func shows(_ id: TaskID) -> Bool { task(id).map(shown.filter.matches) ?? false }

  /// Where the task is in `rows`, or `nil` when it is not shown.
  package func index(of id: TaskID) -> Int? {
    // Among rows that are not where they belong nothing is found by its place.
    if !loose.isEmpty { return rows.firstIndex(of: id) }
    guard let task = task(id) else { return nil }
    let index = insertionIndex(of: task)
    return index < rows.count && rows[index] == id ? index : nil
  }

  /// Where `task`, shown or not, is in `rows`, or would be.
  func insertionIndex(of task: MigrationTask) -> Int {
    insertionIndex(of: shown.order.place(of: task))
  }

  /// Where a task with this key is in `rows`, or would be; no sooner than `start`.
  func insertionIndex(of key: TaskOrder.Place, from start: Int = 0) -> Int {
    rows.firstSortedIndex(from: start) { id in
      task(id).map { !shown.order.precedes(shown.order.place(of: $0), key) } ?? true
    }
  }
}

extension TaskTable: Equatable {
  /// Whether both show and know the same; where a task is kept in memory does not matter.
  package static func == (one: TaskTable, other: TaskTable) -> Bool {
    one.rows == other.rows && one.lines == other.lines && one.shown == other.shown
      && one.wanted == other.wanted
      && one.arranging?.request == other.arranging?.request
      && one.arranging?.touched == other.arranging?.touched
      && one.stopping == other.stopping && one.foldings == other.foldings
      && one.unconfirmed == other.unconfirmed
      && one.kept == other.kept && one.isHeld == other.isHeld && one.loose == other.loose
      && one.search == other.search && one.count == other.count
      && one.tasks.allSatisfy { other.task($0.id) == $0 }
  }
}
