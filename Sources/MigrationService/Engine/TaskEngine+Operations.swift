import FoundationEssentials
import Logging
import Migration

/// What callers may ask for. Each operation throws ``ServiceError`` when it is refused, and has then
/// changed nothing.
extension TaskEngine {
  /// Makes a task, which starts by itself.
  func create(
    _ definition: TaskDefinition, keys: TransferKeys, project: String
  ) throws -> CreatedTask {
    let now = now()
    try checkQuotas(of: project, at: now)
    let (id, name) = naming.next(for: definition, at: now)
    let task = StoredTask(id: id, project: project, name: name, definition: definition)
    do {
      try store.insert(task, keys: keys, at: now)
    } catch {
      log.error("a task could not be saved", metadata: ["error": "\(error)"])
      throw ServiceError(.notSaved)
    }
    possibleCreations[project, default: settings.creationsPerDay] += 1
    scheduler.add(id)
    admitSoon()
    return CreatedTask(id: id, name: name)
  }

  /// Asks a running task to stop; it has stopped when its state says so.
  func stop(_ id: TaskID, project: String) throws {
    let task = try task(id, project)
    try refuse(.stop, task)
    try store.markStopping(id)
    perform(scheduler.stop(id))
  }

  /// Resumes a stopped task or runs a failed one again.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - project: The caller's project.
  ///   - failedOnly: Whether only the objects that failed are run again.
  ///   - keys: The keys that a task with this definition needs, or a refusal.
  /// - Throws: ``ServiceError`` when it is refused.
  func start(
    _ id: TaskID, project: String, failedOnly: Bool,
    keys: @Sendable (TaskDefinition) throws(ServiceError) -> TransferKeys
  ) throws {
    let task = try task(id, project)
    try refuse(.start(failedOnly: failedOnly), task)
    let keys = try keys(task.definition)
    guard !failedOnly || task.failedObjects > 0 else { throw ServiceError(.noFailedObjects) }
    let earlier: EarlierRuns =
      failedOnly
      ? .failedObjects(count: Int64(task.failedObjects), task.progress) : .all(task.progress)
    try store.requeue(id, keys: keys, earlier: earlier, at: now())
    scheduler.add(id)
    admitSoon()
  }

  /// Removes a task that does not run.
  func delete(_ id: TaskID, project: String) throws {
    let task = try task(id, project)
    try refuse(.delete, task)
    do {
      try store.delete(task, at: now())
    } catch {
      log.error("a task could not be deleted", metadata: ["error": "\(error)"])
      throw ServiceError(.notDeleted)
    }
    scheduler.remove(id)
    TaskDirectories.remove(id, in: directory)
  }

  /// Replaces the speed windows of a task that has not succeeded.
  func changeBandwidth(
    _ windows: [BandwidthWindow], of id: TaskID, project: String
  ) throws {
    let task = try task(id, project)
    guard task.state != .succeeded else { throw ServiceError(.windowsUnchanged) }
    try store.setBandwidth(windows, of: id)
    perform(
      scheduler.setClock(BandwidthClock(windows), of: id, at: DayMinute(local: now())))
  }

  private func task(_ id: TaskID, _ project: String) throws -> StoredTask {
    guard let task = try store.task(id), task.project == project else {
      throw ServiceError(.notFound)
    }
    return task
  }

  private func refuse(_ action: TaskAction, _ task: StoredTask) throws {
    guard let refusal = action.refusal(in: task.state) else { return }
    throw ServiceError(ErrorCode(rawValue: refusal.code) ?? .parameters)
  }

  private func checkQuotas(of project: String, at now: Date) throws {
    // Counting is dear, so it is left until as many as are possible may have been created.
    if possibleCreations[project, default: settings.creationsPerDay] >= settings.creationsPerDay {
      let yesterday = TaskNaming.lowestID(at: now.addingTimeInterval(-24 * 3600))
      let count = try store.creations(of: project, from: yesterday)
      possibleCreations[project] = count
      guard count < settings.creationsPerDay else { throw ServiceError(.creationsPerDay) }
    }
    if scheduler.waitingCount >= settings.waitingTasks {
      guard try store.waitingCount(of: project) < settings.waitingTasks else {
        throw ServiceError(.waitingTasks)
      }
    }
  }
}
