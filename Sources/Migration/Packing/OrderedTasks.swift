/// Tasks in an order of their own, in little memory: each is put together when it is asked for.
package struct OrderedTasks: RandomAccessCollection, Sendable {
  private let store: PackedTasks
  private var positions: [Int32]

  /// No tasks.
  package init() {
    store = PackedTasks()
    positions = []
  }

  /// Tasks of `store` in the order of `ids`; those that it does not have are left out.
  package init(_ ids: some Sequence<TaskID>, of store: PackedTasks) {
    self.store = store
    positions = ids.compactMap { id in store.position(of: id).map { Int32($0) } }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { positions.count }
  package subscript(index: Int) -> MigrationTask { store[Int(positions[index])] }

  /// Leaves out all tasks but those for which `isWanted` holds.
  package mutating func keep(where isWanted: (MigrationTask) -> Bool) {
    positions.removeAll { !isWanted(store[Int($0)]) }
  }

  /// Puts the tasks into an order.
  package mutating func sort(by order: TaskOrder) {
    positions = order.sorted(self).compactMap { id in store.position(of: id).map { Int32($0) } }
  }

  /// Leaves out all behind the first few.
  package mutating func truncate(to count: Int) {
    if count < positions.count { positions.removeSubrange(count...) }
  }
}
