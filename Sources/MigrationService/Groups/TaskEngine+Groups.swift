import FoundationEssentials
import Migration
import OMSWire

/// Groups, for whoever calls.
extension TaskEngine {
  /// Makes a group, which starts by itself.
  ///
  /// - Throws: ``ServiceError`` when it is refused.
  func createGroup(
    _ definition: TaskDefinition, keys: TransferKeys, project: String, within bounds: Bounds
  ) throws -> TaskGroupID {
    let id = TaskGroupID(rawValue: UUID().uuidString.lowercased())
    try turn { machine, now in
      let group = StoredGroup(
        id: id, project: project, createdAt: now, definition: definition)
      try machine.create(group, keys: keys, isConfined: bounds.roots != nil, at: now)
    }
    return id
  }

  /// Resumes a stopped group or runs the failed tasks of a failed one again.
  ///
  /// - Throws: ``ServiceError`` when it is refused.
  func restart(
    _ id: TaskGroupID, _ action: GroupAction, project: String, keys: SentKeys,
    within bounds: Bounds
  ) throws {
    try turn { machine, now in
      try machine.restart(
        id, action, project: project, isConfined: bounds.roots != nil, at: now
      ) { (definition) throws(ServiceError) in
        try bounds.check(definition)
        try Feasibility.check(definition, in: .group)
        return try keys.keys(for: definition)
      }
    }
  }

  /// A group as it is now.
  ///
  /// - Throws: `OMS.1009` when the project has no such group.
  nonisolated func group(_ id: TaskGroupID, of project: String) async throws -> TaskGroup {
    guard board.members(of: id, in: project) != nil,
      let group = try await answer(about: id)
    else { throw ServiceError.noSuchGroup }
    return group
  }

  /// A page of a project's groups, newest first.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - state: Only groups in this state; `nil` means any.
  ///   - start: How many to pass over.
  ///   - limit: The most to return.
  /// - Returns: The groups, and how many there are altogether.
  /// - Throws: When the store cannot be read.
  nonisolated func groups(
    of project: String, in state: TaskGroupState?, start: Int, limit: Int
  ) async throws -> WirePage<TaskGroup> {
    let all = board.groups(of: project).filter { group in
      state.map { $0 == TaskGroupState(of: group.members.counts) } ?? true
    }
    var groups: [TaskGroup] = []
    for (id, _) in all.dropFirst(start).prefix(limit) {
      // What is missing has gone since the board was read.
      if let group = try await answer(about: id) { groups.append(group) }
    }
    return WirePage(groups, total: all.count)
  }

  @concurrent private nonisolated func answer(
    about id: TaskGroupID
  ) async throws -> TaskGroup? {
    // Read first: what ends meanwhile is then as it was while it moved, and counted once.
    let moving = board.moving(in: id)
    guard let group = try store.group(id) else { return nil }
    return group.answer(try store.members(of: id).map { moving[$0.id] ?? $0 }, at: now())
  }
}
