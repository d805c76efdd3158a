import FoundationEssentials
import Migration

/// A task that is to be written down, with the keys that it needs.
struct NewTask {
  /// The task.
  let task: StoredTask
  /// Its keys.
  let keys: TransferKeys
}

extension TaskMachine {
  /// Accepts a task, which is there once ``saveAccepted(at:)`` has written it down.
  ///
  /// - Throws: ``ServiceError`` when the project has as many as it may have.
  mutating func accept(
    _ definition: TaskDefinition, keys: TransferKeys, project: String, isConfined: Bool,
    at now: Date
  ) throws -> CreatedTask {
    try checkQuotas(of: project, at: now)
    let (id, name) = naming.next(for: definition, at: now)
    var task = StoredTask(
      id: id, project: project, name: name, definition: definition, queuedAt: now)
    task.isConfined = isConfined
    possibleCreations[project] = (possibleCreations[project] ?? settings.creationsPerDay) + 1
    accepted.append(NewTask(task: task, keys: keys))
    return CreatedTask(id: id, name: name)
  }

  /// Writes all accepted tasks down, in one write; they start by themselves.
  ///
  /// - Throws: When they could not be written; then none of them is there.
  mutating func saveAccepted(at now: Date) throws {
    let new = accepted
    accepted = []
    guard !new.isEmpty else { return }
    try commit(new.map { .add($0.task, $0.keys) })
    for creation in new { scheduler.add(creation.task.id) }
    admit(at: now)
  }

  /// Refuses what would be one task more than a project may have.
  ///
  /// - Throws: ``ServiceError``, or what the store says.
  mutating func checkQuotas(of project: String, at now: Date) throws {
    let accepted = accepted.count { $0.task.project == project }
    // Counting is dear, so it is left until as many as are possible may have been created.
    if possibleCreations[project, default: settings.creationsPerDay] >= settings.creationsPerDay {
      let yesterday = TaskNaming.lowestID(at: now.addingTimeInterval(-24 * 3600))
      let count =
        try board.count(of: project, from: yesterday) + accepted
        + store.deletions(of: project, from: yesterday)
      possibleCreations[project] = count
      guard count < settings.creationsPerDay else { throw ServiceError(.dailyLimit) }
    }
    let waiting = board.count(of: project, in: [.initialising, .waiting]) + accepted
    guard waiting < settings.waitingTasks else { throw ServiceError(.tooManyWaiting) }
  }
}
