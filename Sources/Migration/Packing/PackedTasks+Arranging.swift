package import FoundationEssentials

extension PackedTasks {
  /// The ids of the tasks that pass `filter` at the time `now`, in `order`.
  ///
  /// Of a long list that is a work of its own: it ends early, with anything, in a Swift task that is
  /// cancelled.
  package func ids(passing filter: TaskFilter, now: Date, in order: TaskOrder) -> [TaskID] {
    let passes: (PackedTask) -> Bool = filter.matcher(now: now)
    var sorting = TaskSorting(by: order)
    for position in indices {
      if position % Self.blockSize == 0, Task.isCancelled { return [] }
      let task = packed(at: position)
      if passes(task) { sorting.add(task) }
    }
    return sorting.sorted()
  }
}
