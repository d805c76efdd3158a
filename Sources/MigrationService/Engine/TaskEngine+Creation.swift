import FoundationEssentials
import Logging
import Migration

/// A task that is to be written down, and the caller who waits for that.
struct NewTask {
  /// The task.
  let task: StoredTask
  /// The keys that it needs.
  let keys: TransferKeys
  /// Resumed once the task is on disk.
  let caller: CheckedContinuation<Void, any Error>
}

extension TaskEngine {
  /// Makes a task, which starts by itself.
  ///
  /// Callers that come while the disk is busy share one write: each answer says that its task is on
  /// disk, and a hundred of them cost little more than one.
  func create(
    _ definition: TaskDefinition, keys: TransferKeys, project: String,
    within bounds: Bounds = .anywhere
  ) async throws -> CreatedTask {
    let now = now()
    try checkQuotas(of: project, at: now)
    let (id, name) = naming.next(for: definition, at: now)
    var task = StoredTask(id: id, project: project, name: name, definition: definition)
    task.isConfined = bounds.roots != nil
    possibleCreations[project, default: settings.creationsPerDay] += 1
    let new = task
    do {
      try await withCheckedThrowingContinuation { caller in
        creations.append(NewTask(task: new, keys: keys, caller: caller))
        // Who waits for this actor already comes before the write, and goes into it.
        if creations.count == 1 { Task { saveCreations() } }
      }
    } catch {
      log.error("a task could not be saved", metadata: ["error": "\(error)"])
      throw ServiceError(.taskNotSaved)
    }
    return CreatedTask(id: id, name: name)
  }

  /// Refuses what would be one task more than a project may have.
  ///
  /// - Throws: ``ServiceError``, or what the store says.
  func checkCreation(in project: String) throws {
    try checkQuotas(of: project, at: now())
  }

  private func saveCreations() {
    let new = creations
    creations = []
    do {
      try store.insert(new.map { ($0.task, $0.keys) }, at: now())
    } catch {
      for creation in new { creation.caller.resume(throwing: error) }
      return
    }
    for creation in new {
      scheduler.add(creation.task.id)
      creation.caller.resume()
    }
    admitSoon()
  }

  private func checkQuotas(of project: String, at now: Date) throws {
    // Counting is dear, so it is left until as many as are possible may have been created.
    if possibleCreations[project, default: settings.creationsPerDay] >= settings.creationsPerDay {
      let yesterday = TaskNaming.lowestID(at: now.addingTimeInterval(-24 * 3600))
      let count =
        try store.creations(of: project, from: yesterday)
        + creations.count { $0.task.project == project }
      possibleCreations[project] = count
      guard count < settings.creationsPerDay else { throw ServiceError(.dailyLimit) }
    }
    if scheduler.waitingCount + creations.count >= settings.waitingTasks {
      let waiting =
        try store.waitingCount(of: project) + creations.count { $0.task.project == project }
      guard waiting < settings.waitingTasks else { throw ServiceError(.tooManyWaiting) }
    }
  }
}
