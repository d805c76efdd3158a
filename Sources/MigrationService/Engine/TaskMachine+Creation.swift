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
    let task = make(definition, project: project, isConfined: isConfined, at: now)
    accepted.append(NewTask(task: task, keys: keys))
    return CreatedTask(id: task.id, name: task.name)
  }

  /// A new task, which nobody has written down yet.
  mutating func make(
    _ definition: TaskDefinition, project: String, isConfined: Bool, at now: Date
  ) -> StoredTask {
    let (id, name) = naming.next(for: definition, at: now)
    var task = StoredTask(
      id: id, project: project, name: name, definition: definition, queuedAt: now)
    task.isConfined = isConfined
    possibleCreations[project] = (possibleCreations[project] ?? settings.creationsPerDay) + 1
    return task
  }

  /// Writes all accepted tasks down, in one write; they start by themselves.
  ///
  /// - Throws: When they could not be written; then none of them is there.
  mutating func saveAccepted(at now: Date) throws {
    let new = accepted
    accepted = []
    guard !new.isEmpty else { return }
    try commit(new.map { .add($0.task, $0.keys) })
    for creation in new {
      scheduler.add(creation.task.id, creation.task.definition.choices.priority)
    }
    admit(at: now)
  }

  /// Refuses what would be more tasks than a project may have.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - new: How many tasks are to come.
  ///   - now: The time.
  /// - Throws: ``ServiceError``, or what the store says.
  mutating func checkQuotas(of project: String, for new: Int = 1, at now: Date) throws {
    let accepted = accepted.count { $0.task.project == project }
    let possible = possibleCreations[project, default: settings.creationsPerDay]
    // Counting is dear, so it is left until as many as are possible may have been created.
    if possible + new > settings.creationsPerDay {
      let yesterday = TaskNaming.lowestID(at: now.addingTimeInterval(-24 * 3600))
      let count =
        try board.count(of: project, from: yesterday) + accepted
        + store.deletions(of: project, from: yesterday)
      possibleCreations[project] = count
      guard count + new <= settings.creationsPerDay else { throw ServiceError(.dailyLimit) }
    }
    let waiting = board.count(of: project, in: [.initialising, .waiting]) + accepted
    guard waiting + new <= settings.waitingTasks else { throw ServiceError(.tooManyWaiting) }
  }
}
