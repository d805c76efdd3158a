public import FoundationEssentials
public import Migration
import OMSWire

/// Synchronisation tasks.
extension V2Client: SyncBackend {
  /// One page of the synchronisation tasks.
  ///
  /// - Parameters:
  ///   - start: The number of the first task, from 0.
  ///   - limit: The most tasks to return, 1 to 100.
  ///   - state: Only tasks in this state; `nil` means all.
  /// - Returns: The tasks, and what could not be read.
  /// - Throws: `APIProblem`.
  public func listSyncTasks(
    start: Int = 0, limit: Int = 100, state: SyncTaskState? = nil
  ) async throws(APIProblem) -> SyncTaskPage {
    var items = Self.page(start: start, limit: limit)
    if let state { items.append(("status", state.wireWord)) }
    let page = try await caller.get(.synchronisationTasks, syncTasks, query: items)
    return SyncTaskPage(tasks: page.entries, unreadable: page.unreadable, total: page.total)
  }

  /// One synchronisation task as it is now, with what it did in the month that holds `time`.
  public func showSyncTask(
    _ id: SyncTaskID, inMonthOf time: Date
  ) async throws(APIProblem) -> SyncTask {
    try await caller.get(
      .synchronisationTask, path(of: id), query: [("query_time", try Self.milliseconds(time))])
  }

  /// What a synchronisation task did from `start` to `end`.
  public func syncStatistics(
    of id: SyncTaskID, _ kinds: [SyncStatistics.Kind], from start: Date, to end: Date
  ) async throws(APIProblem) -> SyncStatistics {
    let items = [
      (name: "data_type", value: kinds.map(\.rawValue).joined(separator: ",")),
      ("start_time", try Self.milliseconds(start)), ("end_time", try Self.milliseconds(end)),
    ]
    return try await caller.get(
      .statistics, path(of: id) + "/statistics", query: items)
  }

  /// Makes a synchronisation task, which starts by itself.
  ///
  /// Never repeated blindly: a second task could result.
  public func createSyncTask(_ task: NewSyncTask) async throws(APIProblem) -> SyncTaskID {
    try await caller.ask(
      .createdSynchronisationTask, "POST", syncTasks, body: .creation(of: task), .once)
  }

  /// Checks a synchronisation task by the rules of v2.
  public func checkSyncTask(_ task: NewSyncTask) throws(APIProblem) {
    try CreationRules.check(task)
  }

  /// Lets a stopped synchronisation task follow its source again.
  public func startSyncTask(_ id: SyncTaskID, keys: TransferKeys) async throws(APIProblem) {
    try await caller.order(
      "POST", path(of: id) + "/start", body: .start(.synchronisation, with: keys), .once)
  }

  /// Stops a synchronisation task.
  public func stopSyncTask(_ id: SyncTaskID) async throws(APIProblem) {
    try await caller.order("POST", path(of: id) + "/stop", .idempotent)
  }

  /// Removes a synchronisation task, which must be stopped.
  public func deleteSyncTask(_ id: SyncTaskID) async throws(APIProblem) {
    try await caller.order("DELETE", path(of: id), .idempotent)
  }

  /// Tells a synchronisation task which objects of its source have changed.
  ///
  /// - Parameters:
  ///   - keys: The keys of the objects, as they are; at most 10.
  ///   - id: The task.
  /// - Throws: `APIProblem`.
  public func announceChanges(
    of keys: [String], to id: SyncTaskID
  ) async throws(APIProblem) {
    guard (1...10).contains(keys.count) else {
      throw APIProblem(.announcements(keys.count), kind: .invalid)
    }
    try await caller.order(
      "POST", path(of: id) + "/events", body: .changed(keys), .idempotent)
  }

  private var syncTasks: String { project + "/sync-tasks" }

  private func path(of id: SyncTaskID) throws(APIProblem) -> String {
    "\(syncTasks)/\(try PathSegment.encoded(id.rawValue))"
  }

  private static func milliseconds(_ time: Date) throws(APIProblem) -> String {
    guard let number = Int64(exactly: (time.timeIntervalSince1970 * 1000).rounded()) else {
      throw APIProblem(.timeOutOfRange, kind: .invalid)
    }
    return String(number)
  }
}
