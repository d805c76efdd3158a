import FoundationEssentials
import Migration

/// What is changed of several tasks at once.
struct TaskChangeOrder: Equatable, Sendable {
  /// The speed windows that replace those there are; `nil` leaves them.
  var bandwidth: [BandwidthWindow]?
  /// The new priority; `nil` leaves it.
  var priority: TaskPriority?
}

extension TaskMachine {
  /// Changes several tasks, all of them or none.
  ///
  /// - Parameters:
  ///   - targets: The tasks.
  ///   - change: What of them.
  ///   - project: The caller's project.
  ///   - now: The time.
  /// - Throws: ``ServiceError`` about the first task that cannot be changed.
  mutating func change(
    _ targets: BatchTargets, _ change: TaskChangeOrder, project: String, at now: Date
  ) throws {
    var tasks: [StoredTask] = []
    for id in try ids(of: targets, in: project) {
      var task = try target(id, of: project)
      if let windows = change.bandwidth {
        guard task.state != .succeeded else {
          throw ServiceError(.limitUnchangeable, "task \(id) has succeeded")
        }
        task.definition.bandwidth = windows
      }
      if let priority = change.priority {
        guard [.initialising, .waiting, .stopped, .failed].contains(task.state) else {
          throw ServiceError(
            .parametersInvalid, "the priority of task \(id) cannot be changed in its state")
        }
        task.definition.choices.priority = priority
      }
      tasks.append(task)
    }
    try commit(tasks.map(TaskChange.redefine))
    if change.bandwidth != nil { applyLimits(of: tasks, at: now) }
    if let priority = change.priority {
      for task in tasks { scheduler.move(task.id, to: priority) }
    }
  }

  private func ids(of targets: BatchTargets, in project: String) throws -> [TaskID] {
    switch targets {
    case .tasks(let ids): return Set(ids).sorted()
    case .group(let group): return try members(of: group, in: project).ids
    }
  }

  private func target(_ id: TaskID, of project: String) throws -> StoredTask {
    guard board.state(of: id, in: project) != nil else {
      throw ServiceError(.noSuchTaskOrGroup, "task \(id)")
    }
    return try task(id, of: project)
  }
}
