package import Migration

/// What was read of a service's list of tasks.
package struct ListedTasks: Sendable {
  /// The tasks.
  package var tasks = TaskList()
  /// Why others could not be read: entries, and pages that were refused.
  package var unreadable: [String] = []
  /// What answers had in them that could not be used.
  package var leftOut = LeftOut()
}

/// Tasks in an order of their own, in little memory: each is put together when it is asked for.
package struct TaskList: RandomAccessCollection, Sendable {
  private let store: PackedTasks
  private var positions: [Int32]

  /// No tasks.
  package init() {
    store = PackedTasks()
    positions = []
  }

  /// Tasks of `store` in the order of `ids`; those that it does not have are left out.
  init(_ ids: some Sequence<TaskID>, of store: PackedTasks) {
    self.store = store
    positions = ids.compactMap { id in store.position(of: id).map { Int32($0) } }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { positions.count }
  package subscript(index: Int) -> MigrationTask { store[Int(positions[index])] }

  /// Leaves out all tasks but those for which `isWanted` holds.
  mutating func keep(where isWanted: (MigrationTask) -> Bool) {
    positions.removeAll { !isWanted(store[Int($0)]) }
  }

  /// Puts the tasks into an order.
  mutating func sort(by order: TaskOrder) {
    positions = order.sorted(self).compactMap { id in store.position(of: id).map { Int32($0) } }
  }

  /// Leaves out all behind the first few.
  mutating func truncate(to count: Int) {
    if count < positions.count { positions.removeSubrange(count...) }
  }
}
