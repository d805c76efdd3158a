extension MigrationBackend {
  /// Reads all tasks, page by page, and merges them by id.
  ///
  /// Tasks that come or go between two pages shift the rest: each page begins one task early, so
  /// that a removal cannot hide its neighbour, and a task that is seen twice counts once.
  ///
  /// - Parameters:
  ///   - state: Only tasks in this state.
  ///   - limit: The most tasks to read; `nil` means all.
  ///   - page: Called with all that is known after each page.
  /// - Returns: The tasks, newest first, and what could not be read.
  /// - Throws: ``APIProblem``.
  package func listAll(
    state: TaskState? = nil, limit: Int? = nil, page: (TaskPage) -> Void = { _ in }
  ) async throws(APIProblem) -> TaskPage {
    var all = TaskPage(tasks: [])
    var known: Set<TaskID> = []
    var start = 0
    while true {
      let part = try await list(TaskQuery(start: start, state: state))
      for task in part.tasks where known.insert(task.id).inserted { all.tasks.append(task) }
      all.unreadable += part.unreadable
      page(all)
      if let limit, all.tasks.count >= limit {
        all.tasks.removeSubrange(limit...)
        return all
      }
      if part.count < 100 { return all }
      start += part.count - 1
    }
  }
}
