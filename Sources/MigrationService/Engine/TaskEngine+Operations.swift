import FoundationEssentials
import Logging
import Migration
import OMSWire

/// What callers may ask for. Each operation throws ``ServiceError`` when it is refused, and has then
/// changed nothing.
extension TaskEngine {
  /// Asks a running task to stop; it has stopped when its state says so.
  ///
  /// The run is told whether that can be written down or not: a full disk keeps nobody from stopping
  /// a task. But only what is on disk is acknowledged.
  func stop(_ id: TaskID, project: String) throws {
    let task = try task(id, project)
    try refuse(.stop, task)
    runs.stop(id)
    do {
      try store.markStopping(id)
    } catch {
      log.error("a stop could not be saved", metadata: ["task": "\(id)", "error": "\(error)"])
      throw ServiceError(
        .taskNotSaved,
        "it stops now, and runs again if the service ends before it has room to note that")
    }
  }

  /// Resumes a stopped task or runs a failed one again.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - project: The caller's project.
  ///   - failedOnly: Whether only the objects that failed are run again.
  ///   - bounds: Where the caller may go.
  ///   - keys: The keys that a task with this definition needs, or a refusal.
  /// - Throws: ``ServiceError`` when it is refused.
  func start(
    _ id: TaskID, project: String, failedOnly: Bool, within bounds: Bounds = .anywhere,
    keys: @Sendable (TaskDefinition) throws(ServiceError) -> TransferKeys
  ) throws {
    let task = try task(id, project)
    try refuse(.start(failedOnly: failedOnly), task)
    let keys = try keys(task.definition)
    guard !failedOnly || task.failedObjects > 0 else { throw ServiceError(.noFailedList) }
    let earlier: EarlierRuns =
      failedOnly
      ? .failedObjects(count: Int64(task.failedObjects), task.progress) : .all(task.progress)
    try store.requeue(
      id, keys: keys, earlier: earlier, isConfined: bounds.roots != nil, at: now())
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
      throw ServiceError(.taskNotDeleted)
    }
    scheduler.remove(id)
    TaskDirectories.remove(id, in: directory)
  }

  /// Replaces the speed windows of a task that has not succeeded.
  func changeBandwidth(
    _ windows: [BandwidthWindow], of id: TaskID, project: String
  ) throws {
    let task = try task(id, project)
    guard task.state != .succeeded else { throw ServiceError(.limitUnchangeable) }
    try store.setBandwidth(windows, of: id)
    perform(
      scheduler.setClock(BandwidthClock(windows), of: id, at: DayMinute(local: now())))
  }

  private func task(_ id: TaskID, _ project: String) throws -> StoredTask {
    guard let task = try store.task(id), task.project == project else {
      throw ServiceError(.noSuchTask)
    }
    return task
  }

  private func refuse(_ action: TaskAction, _ task: StoredTask) throws {
    guard let refusal = action.refusal(in: task.state) else { return }
    throw ServiceError(
      ErrorCatalogue.meaning(code: refusal.code, message: "", status: 400).reason)
  }
}
