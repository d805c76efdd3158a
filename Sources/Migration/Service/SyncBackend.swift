public import FoundationEssentials

/// What can be asked of a migration service about synchronisation tasks (v2).
///
/// The calls behave as those of ``MigrationBackend`` do.
public protocol SyncBackend: Sendable {
  /// One page of the synchronisation tasks.
  ///
  /// - Parameters:
  ///   - start: The number of the first task, from 0.
  ///   - limit: The most tasks to return, 1 to 100.
  ///   - state: Only tasks in this state; `nil` means all.
  /// - Returns: The tasks, and what could not be read.
  /// - Throws: ``APIProblem``.
  func listSyncTasks(
    start: Int, limit: Int, state: SyncTaskState?
  ) async throws(APIProblem) -> SyncTaskPage

  /// One synchronisation task as it is now, with what it did in the month that holds `time`.
  func showSyncTask(_ id: SyncTaskID, inMonthOf time: Date) async throws(APIProblem) -> SyncTask

  /// Makes a synchronisation task, which starts by itself. Never repeated blindly.
  func createSyncTask(_ task: NewSyncTask) async throws(APIProblem) -> SyncTaskID

  /// Checks a synchronisation task by the rules of the API, without sending anything.
  func checkSyncTask(_ task: NewSyncTask) throws(APIProblem)

  /// Lets a stopped synchronisation task follow its source again.
  func startSyncTask(_ id: SyncTaskID, keys: TransferKeys) async throws(APIProblem)

  /// Stops a synchronisation task.
  func stopSyncTask(_ id: SyncTaskID) async throws(APIProblem)

  /// Removes a synchronisation task, which must be stopped.
  func deleteSyncTask(_ id: SyncTaskID) async throws(APIProblem)
}
