import Migration

extension TaskTable {
  /// Takes over what a refresh brought.
  package mutating func apply(_ snapshot: TaskSnapshot) {
    now = max(now, snapshot.moment.elapsed)
    var changed: [TaskID: MigrationTask] = [:]
    for task in snapshot.tasks { changed[task.id] = isKnown(task) ? nil : task }
    replace(changed, removing: snapshot.removed.union(takeGone(by: snapshot)))
  }

  /// Takes all tasks for what was, until they are told anew.
  mutating func expectAnew() { unconfirmed = Set(tasks.ids) }

  /// Takes out the tasks of before that are no longer there, once all that are have been told.
  private mutating func takeGone(by snapshot: TaskSnapshot) -> Set<TaskID> {
    guard !unconfirmed.isEmpty else { return [] }
    unconfirmed.subtract(snapshot.tasks.lazy.map(\.id))
    guard !snapshot.isLoading, snapshot.missing == nil else { return [] }
    defer { unconfirmed = [] }
    return unconfirmed
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
    var left: [TaskID] = gone.filter(has)
    var entered: [TaskOrder.Place] = []
    var stored: [MigrationTask] = []
    let passes = shown.filter.matcher()
    for (id, new) in changed where !gone.contains(id) {
      let task = heard(new)
      stored.append(task)
      let key = place(of: task, passes)
      let old = self.task(id).flatMap { place(of: $0, passes) }
      if key == old { continue }
      if old != nil { left.append(id) }
      if let key { entered.append(key) }
    }
    let indices = isHeld ? [] : left.compactMap(index).sorted()
    for task in stored { store(task) }
    search?.look(at: stored)
    for id in gone { forget(id) }
    arranging?.touched.formUnion(changed.keys)
    arranging?.touched.formUnion(gone)
    if isHeld {
      loose.formUnion(left)
      loose.formUnion(entered.map(\.id))
    } else if !indices.isEmpty || !entered.isEmpty {
      rows.remove(atSorted: indices)
      insert(entered)
      layOut()
    }
  }

  /// Puts every task where it belongs, after the rows were held.
  mutating func settle() {
    isHeld = false
    guard !loose.isEmpty else { return }
    mend(loose)
    loose = []
    layOut()
  }

  /// Notes that the work of arranging the rows has begun.
  mutating func beginArranging(request: Int) { arranging = (request, []) }

  /// Takes over what came of the work, unless something else is wanted by now; what has changed
  /// meanwhile finds its place.
  mutating func arrange(_ arranged: [TaskID], request: Int) {
    guard let work = arranging, work.request == request else { return }
    shown = wanted
    arranging = nil
    loose = []
    rows = arranged
    mend(work.touched)
    layOut()
  }

  /// Puts tasks where they belong among rows that are right but for them.
  private mutating func mend(_ ids: Set<TaskID>) {
    if !ids.isEmpty { rows.removeAll(where: ids.contains) }
    let passes = shown.filter.matcher()
    insert(ids.compactMap { id in task(id).flatMap { place(of: $0, passes) } })
  }

  private mutating func insert(_ places: [TaskOrder.Place]) {
    let sorted = places.sorted(by: shown.order.precedes)
    // Tasks are unpacked to be compared, and those of a page mostly stand together.
    var indices: [Int] = []
    for place in sorted { indices.append(insertionIndex(of: place, from: indices.last ?? 0)) }
    rows.insert(sorted.map(\.id), at: indices)
  }

  /// The place of `task` among the rows; `nil` when the filter, prepared as `passes`, hides it.
  private func place(
    of task: MigrationTask, _ passes: (MigrationTask) -> Bool
  ) -> TaskOrder.Place? {
    passes(task) ? shown.order.place(of: task) : nil
  }

  private func isKnown(_ task: MigrationTask) -> Bool {
    // What is shown of a stop that was accepted is not what the service told.
    stopping[task.id] == nil && self.task(task.id) == task
  }

  private mutating func store(_ task: MigrationTask) {
    let old: MigrationTask?
    switch tasks.put(task) {
    case .none: return
    case .added: old = nil
    case .replaced(let other): old = other
    }
    if let old { tally.count(old, by: -1) }
    tally.count(task, by: 1)
    movement.look(at: task, before: old, now: now)
    version += 1
  }

  private mutating func forget(_ id: TaskID) {
    guard let (task, _) = tasks.remove(id) else { return }
    tally.count(task, by: -1)
    movement.look(at: nil, before: task, now: now)
    search?.forget(id)
    stopping[id] = nil
    version += 1
  }
}
