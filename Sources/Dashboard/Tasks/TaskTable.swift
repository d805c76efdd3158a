import FoundationEssentials
package import MigrationAPI

/// All tasks that are known, and those of them that the filter shows, in order.
///
/// A change costs what it touches: tasks that did not change are compared and left alone, and the
/// order is mended, not made anew.
package struct TaskTable: Sendable {
  /// The shown tasks, in order.
  package private(set) var rows: [TaskRow] = []
  /// How many tasks are in each state, shown or not.
  package private(set) var counts: [TaskState: Int] = [:]
  /// Bytes a second of all tasks together, shown or not.
  package private(set) var totalSpeed: Int64 = 0
  /// How `rows` is sorted.
  package var order: RowOrder { didSet { if order != oldValue { arrange() } } }
  /// Which tasks `rows` has.
  package var filter: RowFilter { didSet { if !filter.showsSame(as: oldValue) { arrange() } } }

  /// Dense, because a hash table of whole tasks would be half empty and three times the size.
  private var tasks: [MigrationTask] = []
  private var slots: [TaskID: Int] = [:]
  /// Tasks whose stop was accepted while the service may still call them running.
  private var stopping: Set<TaskID> = []
  /// Tasks that were deleted here; an answer that was under way meanwhile may still list them.
  private var deleted: Set<TaskID> = []

  /// An empty table.
  package init(order: RowOrder = RowOrder(), filter: RowFilter = RowFilter()) {
    self.order = order
    self.filter = filter
  }

  /// How many tasks there are, shown or not.
  package var count: Int { tasks.count }

  /// The task with this id, shown or not.
  package func task(_ id: TaskID) -> MigrationTask? { slots[id].map { tasks[$0] } }

  /// Where the task is in `rows`, or `nil` when it is not shown.
  package func index(of id: TaskID) -> Int? {
    task(id).flatMap { index(of: order.row(for: $0)) }
  }

  /// Where `row` is in `rows`, or would be.
  package func insertionIndex(of row: TaskRow) -> Int {
    rows.firstSortedIndex { !order.places($0, before: row) }
  }

  /// Takes over what a refresh brought.
  package mutating func apply(_ snapshot: TaskSnapshot) {
    var changes = RowChanges()
    for task in snapshot.tasks where !deleted.contains(task.id) { put(task, noting: &changes) }
    for id in snapshot.removed { remove(id, noting: &changes) }
    if snapshot.isComplete, tasks.count != snapshot.tasks.count {
      let present = Set(snapshot.tasks.map(\.id))
      for id in tasks.map(\.id) where !present.contains(id) { remove(id, noting: &changes) }
    }
    mend(changes)
  }

  /// Takes over some tasks that were read one by one.
  mutating func adopt(_ some: [MigrationTask]) {
    apply(TaskSnapshot(tasks: some, isComplete: false, date: .distantPast))
  }

  /// Forgets a task that was deleted, also when a late answer lists it.
  mutating func delete(_ id: TaskID) {
    deleted.insert(id)
    apply(TaskSnapshot(tasks: [], removed: [id], isComplete: false, date: .distantPast))
  }

  /// Shows a task as `stopping` until its state is final, or takes that back.
  mutating func setStopping(_ isStopping: Bool, _ id: TaskID) {
    guard isStopping != stopping.contains(id), var task = task(id) else { return }
    if isStopping {
      guard task.state.isMoving else { return }
      stopping.insert(id)
    } else {
      stopping.remove(id)
      if task.state == .stopping { task.state = .running }
    }
    var changes = RowChanges()
    put(task, noting: &changes)
    mend(changes)
  }

  private func index(of row: TaskRow) -> Int? {
    let index = insertionIndex(of: row)
    return index < rows.count && rows[index] == row ? index : nil
  }

  private mutating func put(_ new: MigrationTask, noting changes: inout RowChanges) {
    var task = new
    if stopping.contains(task.id) {
      if task.state.isMoving { task.state = .stopping } else { stopping.remove(task.id) }
    }
    guard let slot = slots[task.id] else {
      slots[task.id] = tasks.count
      tasks.append(task)
      tally(task, by: 1)
      return changes.note(task.id, from: nil, to: shownRow(of: task))
    }
    let old = tasks[slot]
    guard old != task else { return }
    tally(old, by: -1)
    tally(task, by: 1)
    tasks[slot] = task
    changes.note(task.id, from: shownRow(of: old), to: shownRow(of: task))
  }

  private mutating func remove(_ id: TaskID, noting changes: inout RowChanges) {
    guard let slot = slots.removeValue(forKey: id) else { return }
    let old = tasks[slot]
    if let last = tasks.popLast(), last.id != id {
      tasks[slot] = last
      slots[last.id] = slot
    }
    stopping.remove(id)
    tally(old, by: -1)
    changes.note(id, from: shownRow(of: old), to: nil)
  }

  private func shownRow(of task: MigrationTask) -> TaskRow? {
    filter.matches(task) ? order.row(for: task) : nil
  }

  private mutating func tally(_ task: MigrationTask, by sign: Int) {
    let count = counts[task.state, default: 0] + sign
    counts[task.state] = count == 0 ? nil : count
    totalSpeed += Int64(sign) * min(task.shownSpeed, Self.fastest)
  }

  /// No task is faster, and 16 million of these can be added up.
  private static let fastest: Int64 = 1 << 39

  private mutating func arrange() {
    rows = tasks.compactMap(shownRow(of:)).sorted(by: order.places(_:before:))
  }

  private mutating func mend(_ changes: RowChanges) {
    guard !changes.isEmpty else { return }
    let gone = changes.gone.compactMap(index(of:)).sorted()
    let new = changes.new.sorted(by: order.places(_:before:))
    rows = rows.removing(gone).merging(new, by: order.places(_:before:))
  }
}

extension TaskTable: Equatable {
  /// Whether both show and know the same; where a task is kept in memory does not matter.
  package static func == (one: TaskTable, other: TaskTable) -> Bool {
    one.rows == other.rows && one.order == other.order && one.filter == other.filter
      && one.stopping == other.stopping && one.deleted == other.deleted
      && one.count == other.count
      && one.tasks.allSatisfy { other.task($0.id) == $0 }
  }
}
