package import FoundationEssentials
package import Migration

/// Synchronisation tasks in memory, as a service of API v2 has them.
package actor FakeSyncBackend: SyncBackend {
  /// The tasks, in the order of the lists.
  package private(set) var tasks: [SyncTask]
  /// What was changed, in order: `stop ID` and the like.
  package private(set) var orders: [String] = []
  /// The keys that a task was last started with.
  package private(set) var startKeys: [SyncTaskID: TransferKeys] = [:]

  private var looksUntilStopped: Int
  private let losesCreation: APIProblem?

  /// A service with these tasks.
  ///
  /// - Parameters:
  ///   - tasks: The tasks.
  ///   - looksUntilStopped: How often a task that was stopped is still shown following its source.
  ///   - losesCreation: What a creation fails with after it had its effect; `nil` when it does not.
  package init(
    _ tasks: [SyncTask], looksUntilStopped: Int = 0, losesCreation: APIProblem? = nil
  ) {
    self.tasks = tasks
    self.looksUntilStopped = looksUntilStopped
    self.losesCreation = losesCreation
  }

  package func listSyncTasks(
    start: Int, limit: Int, state: SyncTaskState?
  ) async throws(APIProblem) -> SyncTaskPage {
    let matching = tasks.filter { state == nil || $0.state == state }
    return SyncTaskPage(
      tasks: Array(matching.dropFirst(start).prefix(limit)), total: matching.count)
  }

  package func showSyncTask(
    _ id: SyncTaskID, inMonthOf time: Date
  ) async throws(APIProblem) -> SyncTask {
    var shown = tasks[try index(of: id)]
    if shown.state == .stopped, looksUntilStopped > 0 {
      looksUntilStopped -= 1
      shown.state = .synchronising
    }
    return shown
  }

  package func createSyncTask(_ task: NewSyncTask) async throws(APIProblem) -> SyncTaskID {
    var made = SyncTask(
      id: SyncTaskID(rawValue: "sync-\(tasks.count + 1)"), state: .synchronising)
    made.source = task.source
    made.destination = task.destination
    made.settings = task.settings
    made.createdAt = Date()
    // The order of the list is nobody's business.
    tasks.append(made)
    if let losesCreation { throw losesCreation }
    return made.id
  }

  package nonisolated func checkSyncTask(_ task: NewSyncTask) throws(APIProblem) {}

  package func startSyncTask(_ id: SyncTaskID, keys: TransferKeys) async throws(APIProblem) {
    try take("start", id)
    startKeys[id] = keys
    tasks[try index(of: id)].state = .synchronising
  }

  package func stopSyncTask(_ id: SyncTaskID) async throws(APIProblem) {
    try take("stop", id)
    tasks[try index(of: id)].state = .stopped
  }

  package func deleteSyncTask(_ id: SyncTaskID) async throws(APIProblem) {
    try take("delete", id)
    tasks.remove(at: try index(of: id))
  }

  private func take(_ order: String, _ id: SyncTaskID) throws(APIProblem) {
    _ = try index(of: id)
    orders.append("\(order) \(id)")
  }

  private func index(of id: SyncTaskID) throws(APIProblem) -> Int {
    guard let index = tasks.firstIndex(where: { $0.id == id }) else {
      throw APIProblem(kind: .notFound, code: "OMS.1009", sentence: "there is no sync task \(id)")
    }
    return index
  }
}
