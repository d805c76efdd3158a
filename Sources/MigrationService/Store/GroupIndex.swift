import Migration

/// Which groups a project has, which tasks they have, and where these stand.
struct GroupIndex: Equatable, Sendable {
  /// The tasks of one group.
  struct Members: Equatable, Sendable {
    /// Their ids, the lowest first.
    fileprivate(set) var ids: [TaskID] = []
    /// How many of them there are in each state.
    fileprivate(set) var counts: [TaskState: Int] = [:]
  }

  private var order: [TaskGroupID] = []
  private var members: [TaskGroupID: Members] = [:]

  /// The groups, newest first.
  var all: some Sequence<TaskGroupID> { order.reversed() }

  /// The tasks of a group, or `nil` when there is no such group.
  subscript(group: TaskGroupID) -> Members? { members[group] }

  /// Enters a group, which is the newest.
  mutating func add(_ group: TaskGroupID) {
    order.append(group)
    members[group] = Members()
  }

  /// Takes out a group.
  mutating func remove(_ group: TaskGroupID) {
    members[group] = nil
    order.removeAll { $0 == group }
  }

  /// Enters that a task of a group stands elsewhere than it did.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - group: Its group.
  ///   - old: Where it stood; `nil` when it is new.
  ///   - new: Where it stands.
  mutating func move(
    _ id: TaskID, of group: TaskGroupID, from old: TaskState?, to new: TaskState
  ) {
    if let old {
      members[group]?.count(old, -1)
    } else {
      members[group]?.ids.put(id)
    }
    members[group]?.count(new, 1)
  }

  /// Takes tasks out of a group.
  ///
  /// - Parameters:
  ///   - ids: The tasks, the lowest first.
  ///   - group: Their group.
  ///   - state: Where all of them stood.
  mutating func remove(_ ids: [TaskID], of group: TaskGroupID, from state: TaskState) {
    members[group]?.ids.take(ids)
    members[group]?.count(state, -ids.count)
  }
}

extension GroupIndex.Members {
  fileprivate mutating func count(_ state: TaskState, _ change: Int) {
    let count = counts[state, default: 0] + change
    // Equal indexes are equal whatever has come before.
    counts[state] = count == 0 ? nil : count
  }
}
