import FoundationEssentials
import Migration
import OMSWire

/// What callers may ask for. Each operation throws ``ServiceError`` when it is refused, and has then
/// changed nothing.
extension TaskMachine {
  /// Asks a running task to stop; it has stopped when its state says so.
  ///
  /// The run is told whether that can be written down or not: a full disk keeps nobody from stopping
  /// a task. But only what is on disk is acknowledged.
  mutating func stop(_ id: TaskID, project: String) throws {
    var task = try task(id, of: project)
    try refuse(.stop, task)
    if runs[id]?.isStopping == false {
      runs[id]?.isStopping = true
      tell(id, .stop)
    }
    task.state = .stopping
    do {
      try commit([.update(task)])
    } catch {
      order(.report("save a stop", id, "\(error)"))
      throw ServiceError(
        .taskNotSaved,
        "it stops now, and runs again if the service ends before it has room to note that")
    }
    runs[id]?.task = task
  }

  /// Resumes a stopped task or runs a failed one again.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - project: The caller's project.
  ///   - failedOnly: Whether only the objects that failed are run again.
  ///   - isConfined: Whether the run has to stay where callers from elsewhere may go.
  ///   - now: The time.
  ///   - keys: The keys that a task with this definition needs, or a refusal.
  /// - Throws: ``ServiceError`` when it is refused.
  mutating func start(
    _ id: TaskID, project: String, failedOnly: Bool, isConfined: Bool, at now: Date,
    keys: (TaskDefinition) throws(ServiceError) -> TransferKeys
  ) throws {
    var task = try task(id, of: project)
    try refuse(.start(failedOnly: failedOnly), task)
    let keys = try keys(task.definition)
    guard !failedOnly || task.unmoved.failed > 0 else { throw ServiceError(.noFailedList) }
    task.queue(failedOnly: failedOnly, isConfined: isConfined, at: now)
    try commit([.requeue(task, keys)])
    scheduler.add(id, task.definition.choices.priority)
    admit(at: now)
  }

  /// Removes a task that does not run.
  mutating func delete(_ id: TaskID, project: String, at now: Date) throws {
    let task = try task(id, of: project)
    try refuse(.delete, task)
    do {
      try commit([.remove(task, at: now)])
    } catch {
      order(.report("delete", id, "\(error)"))
      throw ServiceError(.taskNotDeleted)
    }
    scheduler.remove(id)
    order(.forget(id))
  }

  /// Replaces the speed windows of a task that has not succeeded.
  mutating func changeBandwidth(
    _ windows: [BandwidthWindow], of id: TaskID, project: String, at now: Date
  ) throws {
    var task = try task(id, of: project)
    guard task.state != .succeeded else { throw ServiceError(.limitUnchangeable) }
    task.definition.bandwidth = windows
    try commit([.redefine(task)])
    applyLimits(of: [task], at: now)
  }

  /// Has the runs of tasks follow limits that are written down.
  mutating func applyLimits(of tasks: [StoredTask], at now: Date) {
    let minute = settings.zone.minute(at: now)
    for task in tasks {
      runs[task.id]?.task = task
      let clock = BandwidthClock(task.definition.bandwidth)
      perform(scheduler.setClock(clock, of: task.id, at: minute), at: now)
    }
  }

  private func refuse(_ action: TaskAction, _ task: StoredTask) throws {
    try ServiceError.refuse(action.refusal(in: task.state))
  }
}

extension StoredTask {
  /// Lets it wait for another run, after one that is over.
  ///
  /// - Parameters:
  ///   - failedOnly: Whether that is about the objects alone that failed.
  ///   - isConfined: Whether it has to stay where callers from elsewhere may go; what one of them has made
  ///     does so whoever starts it again, as its list may say something else by then.
  ///   - now: The time.
  mutating func queue(failedOnly: Bool, isConfined: Bool, at now: Date) {
    run.earlier =
      failedOnly ? .failedObjects(count: Int64(unmoved.failed), progress) : .all(progress)
    run.began = nil
    self.isConfined = self.isConfined || isConfined
    failure = nil
    notice = nil
    state = .waiting
    queuedAt = now
  }
}
