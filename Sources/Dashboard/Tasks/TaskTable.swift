package import Migration

/// All tasks that are known, and those of them that the filter shows, in order.
///
/// A change costs what it touches: tasks that did not change are compared and left alone, and the
/// order is mended. A new order or filter is a work for somebody else, until which the rows stay as
/// they are.
package struct TaskTable: Sendable {
  /// The shown tasks, in order.
  package private(set) var rows: [TaskID] = []
  /// How many tasks are in each state, shown or not.
  package private(set) var counts: [TaskState: Int] = [:]
  /// Bytes a second of all tasks together, shown or not.
  package private(set) var totalSpeed: ByteRate = 0
  /// How `rows` is to be sorted.
  package var order: RowOrder {
    get { wanted.order }
    set { wanted.order = newValue }
  }
  /// Which tasks `rows` is to have.
  package var filter: RowFilter {
    get { wanted.filter }
    set { wanted.filter = newValue }
  }

  private var tasks = PackedTasks()
  /// What `rows` follows.
  private(set) var shown: Arrangement
  /// What it is to follow.
  private var wanted: Arrangement {
    didSet {
      if isArranged { shown = wanted }
      if isArranged || !wanted.showsSame(as: oldValue) { arranging = nil }
    }
  }
  /// The work that is under way for that: its number, and the tasks that are not as it knows them.
  private var arranging: (request: Int, touched: Set<TaskID>)?
  /// Tasks whose stop was accepted while the service may still call them running.
  var stopping: [TaskID: AcceptedStop] = [:]

  /// An empty table.
  package init(order: RowOrder = RowOrder(), filter: RowFilter = RowFilter()) {
    shown = Arrangement(order: order, filter: filter)
    wanted = shown
  }

  /// How many tasks there are, shown or not.
  package var count: Int { tasks.count }

  /// The task with this id, shown or not.
  package func task(_ id: TaskID) -> MigrationTask? { tasks[id] }

  /// Whether `rows` follows the order and the filter.
  package var isArranged: Bool { wanted.showsSame(as: shown) }

  /// The work of making it so.
  package var arranger: Arranger { Arranger(tasks: tasks, arrangement: wanted) }

  /// Whether there is a task with this id, shown or not.
  func has(_ id: TaskID) -> Bool { tasks.position(of: id) != nil }

  /// Whether the filter shows the task with this id.
  func shows(_ id: TaskID) -> Bool { task(id).map(shown.filter.matches) ?? false }

  /// Where the task is in `rows`, or `nil` when it is not shown.
  package func index(of id: TaskID) -> Int? {
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

  /// Takes over what a refresh brought.
  package mutating func apply(_ snapshot: TaskSnapshot) {
    var changed: [TaskID: MigrationTask] = [:]
    for task in snapshot.tasks { changed[task.id] = isKnown(task) ? nil : task }
    replace(changed, removing: snapshot.removed)
  }

  /// Takes over some tasks that were read one by one, as far as they are known: whether there is
  /// another is for a refresh to say.
  mutating func adopt(_ some: [MigrationTask]) {
    let known = some.filter { has($0.id) }
    replace(Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { $1 }), removing: [])
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
      let key = place(of: task)
      if let old = self.task(id).flatMap(place) {
        if key == old { continue }
        if let index = index(of: id) { left.append(index) }
      }
      if let key { entered.append(key) }
    }
    for task in stored { store(task) }
    for id in gone { forget(id) }
    rows.remove(atSorted: left.sorted())
    insert(entered)
    arranging?.touched.formUnion(changed.keys)
    arranging?.touched.formUnion(gone)
  }

  /// Whether the rows are to be arranged, and nobody is at it.
  var waitsForArranger: Bool { !isArranged && arranging == nil }

  /// Notes that the work of arranging the rows has begun.
  mutating func beginArranging(request: Int) { arranging = (request, []) }

  /// Takes over what came of the work, unless something else is wanted by now; what has changed
  /// meanwhile finds its place.
  mutating func arrange(_ arranged: [TaskID], request: Int) {
    guard let work = arranging, work.request == request else { return }
    shown = wanted
    arranging = nil
    rows = work.touched.isEmpty ? arranged : arranged.filter { !work.touched.contains($0) }
    insert(work.touched.compactMap { task($0).flatMap(place) })
  }

  private mutating func insert(_ places: [TaskOrder.Place]) {
    let sorted = places.sorted(by: shown.order.precedes)
    // Tasks are unpacked to be compared, and those of a page mostly stand together.
    var indices: [Int] = []
    for place in sorted { indices.append(insertionIndex(of: place, from: indices.last ?? 0)) }
    rows.insert(sorted.map(\.id), at: indices)
  }

  /// The place of `task` among the rows; `nil` when the filter hides it.
  private func place(of task: MigrationTask) -> TaskOrder.Place? {
    shown.filter.matches(task) ? shown.order.place(of: task) : nil
  }

  private func isKnown(_ task: MigrationTask) -> Bool {
    // What is shown of a stop that was accepted is not what the service told.
    stopping[task.id] == nil && self.task(task.id) == task
  }

  private mutating func store(_ task: MigrationTask) {
    switch tasks.put(task) {
    case .none: return
    case .added: break
    case .replaced(let old): tally(old, by: -1)
    }
    tally(task, by: 1)
  }

  private mutating func forget(_ id: TaskID) {
    guard let (task, _) = tasks.remove(id) else { return }
    tally(task, by: -1)
    stopping[id] = nil
  }

  private mutating func tally(_ task: MigrationTask, by sign: Int) {
    let count = counts[task.state, default: 0] + sign
    counts[task.state] = count == 0 ? nil : count
    totalSpeed.rawValue += Int64(sign) * min(task.currentSpeed.rawValue, Self.fastest)
  }

  /// No task is faster, and 16 million of these can be added up.
  private static let fastest: Int64 = 1 << 39
}

extension TaskTable: Equatable {
  /// Whether both show and know the same; where a task is kept in memory does not matter.
  package static func == (one: TaskTable, other: TaskTable) -> Bool {
    one.rows == other.rows && one.shown == other.shown && one.wanted == other.wanted
      && one.arranging?.request == other.arranging?.request
      && one.arranging?.touched == other.arranging?.touched
      && one.stopping == other.stopping && one.count == other.count
      && one.tasks.allSatisfy { other.task($0.id) == $0 }
  }
}
