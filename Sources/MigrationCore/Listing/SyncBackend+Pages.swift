package import Migration

extension SyncBackend {
  /// Reads all synchronisation tasks, page by page, each once.
  ///
  /// - Parameter state: Only tasks in this state; `nil` means all.
  /// - Returns: The tasks in the order of the service, and what could not be read.
  /// - Throws: ``APIProblem``.
  package func listAllSyncTasks(
    state: SyncTaskState? = nil
  ) async throws(APIProblem) -> SyncTaskPage {
    let list = WholeList(limit: nil, atOnce: 1) { start, size throws(APIProblem) in
      let page = try await listSyncTasks(start: start, limit: size, state: state)
      return ListPage(entries: page.tasks, unreadable: page.unreadable, total: page.total)
    } length: { () throws(APIProblem) in
      nil
    }
    let page = try await list.read()
    return SyncTaskPage(tasks: page.entries, unreadable: page.unreadable)
  }
}
