import FoundationEssentials
package import Migration

/// The part of a migration service that actions need, for one kind of target.
package protocol ActionService<Action>: Sendable {
  /// The actions on that kind of target.
  associatedtype Action: JudgedAction where Action.Subject: JournalledSubject

  /// The target as it is now.
  ///
  /// - Throws: ``APIProblem``; of kind ``APIProblem/Kind/notFound`` when, by the service's own word,
  ///   there is none.
  func read(_ id: Action.Subject.ID) async throws(APIProblem) -> Action.Subject

  /// Sends one step of an action; a step that sends nothing is none of its business.
  ///
  /// - Throws: ``APIProblem``, which says whether the step may have been carried out all the same.
  func send(
    _ step: ActionStep, of action: Action, to id: Action.Subject.ID, keys: TransferKeys
  ) async throws(APIProblem)
}

/// Actions on tasks, whichever version of the API the service speaks.
struct TaskActionService: ActionService {
  let backend: any MigrationBackend

  func read(_ id: TaskID) async throws(APIProblem) -> MigrationTask {
    try await backend.show(id)
  }

  func send(
    _ step: ActionStep, of action: TaskAction, to id: TaskID, keys: TransferKeys
  ) async throws(APIProblem) {
    switch (step, action) {
    case (.stopping, _): try await backend.stop(id)
    case (.deleting, _): try await backend.delete(id)
    case (.starting, .start(let failedOnly)):
      try await backend.start(id, keys: keys, failedOnly: failedOnly)
    case (.limiting, .limit(let windows)): try await backend.changeBandwidth(of: id, to: windows)
    case (.starting, _), (.limiting, _), (.waitingUntilStopped, _), (.waitingUntilGone, _): break
    }
  }
}

/// Actions on task groups.
struct GroupActionService: ActionService {
  let backend: any TaskGroupBackend

  func read(_ id: TaskGroupID) async throws(APIProblem) -> TaskGroup {
    try await backend.showGroup(id)
  }

  func send(
    _ step: ActionStep, of action: GroupAction, to id: TaskGroupID, keys: TransferKeys
  ) async throws(APIProblem) {
    switch (step, action) {
    case (.stopping, _): try await backend.stopGroup(id)
    case (.deleting, _): try await backend.deleteGroup(id)
    case (.starting, .start): try await backend.startGroup(id, keys: keys)
    case (.starting, .retry(let failedOnly)):
      try await backend.retryGroup(id, keys: keys, failedOnly: failedOnly)
    case (.limiting, .limit(let windows)):
      try await backend.changeGroupBandwidth(of: id, to: windows)
    case (.starting, _), (.limiting, _), (.waitingUntilStopped, _), (.waitingUntilGone, _): break
    }
  }
}

/// Actions on synchronisation tasks.
struct SyncActionService: ActionService {
  let backend: any SyncBackend

  func read(_ id: SyncTaskID) async throws(APIProblem) -> SyncTask {
    try await backend.showSyncTask(id, inMonthOf: Date())
  }

  func send(
    _ step: ActionStep, of action: SyncAction, to id: SyncTaskID, keys: TransferKeys
  ) async throws(APIProblem) {
    switch step {
    case .stopping: try await backend.stopSyncTask(id)
    case .deleting: try await backend.deleteSyncTask(id)
    case .starting: try await backend.startSyncTask(id, keys: keys)
    case .limiting, .waitingUntilStopped, .waitingUntilGone: break
    }
  }
}
