@testable import Migration

@testable import MigrationService

/// What callers ask of groups, and what they may rely on afterwards: what holds for one of its tasks
/// holds for all.
extension World {
  /// Some caller asks for something about a group.
  mutating func callAboutGroup() {
    guard let group = any(store.groups), !happens(onceIn: 5) else { return createGroup() }
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: stop(group)
    case 2: restart(group, .start)
    case 3: restart(group, .retry(failedOnly: Bool.random(using: &random)))
    case 4: limit(group)
    default: delete(group)
    }
  }

  private mutating func createGroup() {
    var definition = Self.definition
    definition.kind = .prefix
    definition.source.keys = ["a/", "b/", "a/c"].dropLast(Int.random(in: 0...2, using: &random))
    groupCount += 1
    let id = TaskGroupID(rawValue: "g\(groupCount)")
    let answer = turn { machine, now in
      try machine.create(
        StoredGroup(id: id, project: Self.project, createdAt: now, definition: definition),
        keys: TransferKeys(), isConfined: false, at: now)
    }
    log.append("create group \(id): \(Self.word(answer))")
    if case .failure = answer { return }
    for task in store.members(of: id) { expectations[task.id] = Expectation() }
  }

  private mutating func stop(_ group: StoredGroup) {
    let open = members(of: group).filter { !$0.state.isFinished }
    let answer = turn { machine, _ in try machine.stop(group.id, project: Self.project) }
    log.append("stop group \(group.id): \(Self.word(answer))")
    if case .failure = answer { return }
    for task in open {
      if answer != nil { expectations[task.id]?.isStopped = true }
      // What waited is stopped without having run.
      expectations[task.id]?.startedAfter = nil
    }
  }

  private mutating func restart(_ group: StoredGroup, _ action: GroupAction) {
    let state: TaskState = action == .start ? .stopped : .failed
    let over = members(of: group).filter { $0.state == state }
    let answer = turn { machine, now in
      try machine.restart(
        group.id, action, project: Self.project, isConfined: false, at: now
      ) { _ in TransferKeys() }
    }
    log.append("\(action) group \(group.id): \(Self.word(answer))")
    if case .failure = answer { return }
    for task in over {
      expectations[task.id]?.isStopped = false
      expectations[task.id]?.startedAfter = answer == nil ? nil : task.run.number
    }
  }

  private mutating func limit(_ group: StoredGroup) {
    let limit = Int64.random(in: 1...9, using: &random)
    let open = members(of: group).filter { $0.state != .succeeded }
    let answer = turn { machine, now in
      try machine.changeBandwidth(
        Self.windows(limit), of: group.id, project: Self.project, at: now)
    }
    log.append("limit group \(group.id) to \(limit): \(Self.word(answer))")
    if case .failure = answer { return }
    for task in open { expectations[task.id]?.limit = answer == nil ? nil : limit }
  }

  private mutating func delete(_ group: StoredGroup) {
    let members = members(of: group)
    let answer = turn { machine, now in
      try machine.delete(group.id, project: Self.project, at: now)
    }
    log.append("delete group \(group.id): \(Self.word(answer))")
    if case .failure = answer { return }
    for task in members {
      // It may have been refused before anything was written; whoever looks again knows.
      let isThere = answer == nil && store.task(task.id) != nil
      expectations[task.id]?.isThere = isThere
    }
  }

  /// What is wrong with groups and their tasks, if anything.
  func breachOfGroups() -> String? {
    let groups = Set(store.groups.map(\.id))
    let lost = store.tasks.values.first { $0.group.map { !groups.contains($0) } ?? false }
    return lost.map { "task \($0.id) is there and its group is not" }
  }

  private func members(of group: StoredGroup) -> [StoredTask] {
    store.members(of: group.id).map { machine.board.moving($0.id) ?? $0 }
  }
}
