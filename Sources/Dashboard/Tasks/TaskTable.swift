package import Migration

/// All tasks that are known, and those of them that the filter shows, in order.
///
/// A change costs what it touches: tasks that did not change are compared and left alone, and the
/// order is mended, not made anew.
package struct TaskTable: Sendable {
  /// The shown tasks, in order.
  package private(set) var rows: [TaskID] = []
  /// How many tasks are in each state, shown or not.
  package private(set) var counts: [TaskState: Int] = [:]
  /// Bytes a second of all tasks together, shown or not.
  package private(set) var totalSpeed: ByteRate = 0
  /// How `rows` is sorted.
  package var order: RowOrder { didSet { if order != oldValue { arrange() } } }
  /// Which tasks `rows` has.
  package var filter: RowFilter {
    didSet { if !filter.showsSame(as: oldValue) { arrange() } }
  }

  /// Dense, because a hash table of whole tasks would be half empty and three times the size.
  private var tasks: [MigrationTask] = []
  private var slots: [TaskID: Int] = [:]
  /// Tasks whose stop was accepted while the service may still call them running.
  var stopping: [TaskID: AcceptedStop] = [:]

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
    guard let task = task(id) else { return nil }
    let index = insertionIndex(of: order.place(of: task))
    return index < rows.count && rows[index] == id ? index : nil
  }

  /// Where a task with this key is in `rows`, or would be.
  func insertionIndex(of key: TaskOrder.Place) -> Int {
    rows.firstSortedIndex { id in
      slots[id].map { !order.precedes(order.place(of: tasks[$0]), key) } ?? true
    }
  }

  /// Takes over what a refresh brought.
  package mutating func apply(_ snapshot: TaskSnapshot) {
    var changed: [TaskID: MigrationTask] = [:]
    for task in snapshot.tasks { changed[task.id] = isKnown(task) ? nil : task }
    replace(changed, removing: snapshot.removed)
  }

  /// Takes over some tasks that were read one by one, as far as they are known: whether there is
  /// another is for a refresh to say.
  mutating func adopt(_ some: [MigrationTask]) {
    let wanted = some.filter { slots[$0.id] != nil }
    replace(Dictionary(wanted.map { ($0.id, $0) }, uniquingKeysWith: { $1 }), removing: [])
  }

  /// Forgets a task that was deleted.
  mutating func delete(_ id: TaskID) { replace([:], removing: [id]) }

  /// Changes tasks and mends the order; old places are looked up before anything has changed.
  mutating func replace(_ changed: [TaskID: MigrationTask], removing gone: Set<TaskID>) {
    guard !changed.isEmpty || !gone.isEmpty else { return }
    var left: [Int] = []
    var entered: [TaskOrder.Place] = []
    for id in gone { if let index = index(of: id) { left.append(index) } }
    var stored: [MigrationTask] = []
    for (id, new) in changed where !gone.contains(id) {
      let task = heard(new)
      stored.append(task)
      let key = filter.matches(task) ? order.place(of: task) : nil
      if let slot = slots[id], filter.matches(tasks[slot]) {
        if key == order.place(of: tasks[slot]) { continue }
        if let index = index(of: id) { left.append(index) }
      }
      if let key { entered.append(key) }
    }
    for task in stored { store(task) }
    for id in gone { forget(id) }
    rows.remove(atSorted: left.sorted())
    let new = entered.sorted(by: order.precedes)
    rows.insert(new.map(\.id), at: new.map(insertionIndex(of:)))
  }

  private func isKnown(_ task: MigrationTask) -> Bool {
    // What is shown of a stop that was accepted is not what the service told.
    stopping[task.id] == nil && slots[task.id].map { tasks[$0] == task } ?? false
  }

  private mutating func store(_ task: MigrationTask) {
    tally(task, by: 1)
    if let slot = slots[task.id] {
      tally(tasks[slot], by: -1)
      tasks[slot] = task
    } else {
      slots[task.id] = tasks.count
      tasks.append(task)
    }
  }

  private mutating func forget(_ id: TaskID) {
    guard let slot = slots.removeValue(forKey: id) else { return }
    tally(tasks[slot], by: -1)
    stopping[id] = nil
    if let last = tasks.popLast(), last.id != id {
      tasks[slot] = last
      slots[last.id] = slot
    }
  }

  private mutating func tally(_ task: MigrationTask, by sign: Int) {
    let count = counts[task.state, default: 0] + sign
    counts[task.state] = count == 0 ? nil : count
    totalSpeed.rawValue += Int64(sign) * min(task.currentSpeed.rawValue, Self.fastest)
  }

  /// No task is faster, and 16 million of these can be added up.
  private static let fastest: Int64 = 1 << 39

  private mutating func arrange() {
    rows = order.sorted(tasks.lazy.filter(filter.matcher))
  }
}

extension TaskTable: Equatable {
  /// Whether both show and know the same; where a task is kept in memory does not matter.
  package static func == (one: TaskTable, other: TaskTable) -> Bool {
    one.rows == other.rows && one.order == other.order && one.filter == other.filter
      && one.stopping == other.stopping
      && one.count == other.count
      && one.tasks.allSatisfy { other.task($0.id) == $0 }
  }
}
