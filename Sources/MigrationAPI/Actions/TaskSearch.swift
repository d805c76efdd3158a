package import FoundationEssentials

/// Which tasks to list, in which order, and how many of them at most.
package struct TaskSearch: Equatable, Sendable {
  /// What the tasks have to pass.
  package var filter: TaskFilter
  /// The order; `nil` leaves them newest first.
  package var order: TaskOrder?
  /// The most tasks to return; `nil` means all.
  package var limit: Int?

  /// A search; without arguments for everything.
  package init(filter: TaskFilter = .everything, order: TaskOrder? = nil, limit: Int? = nil) {
    self.filter = filter
    self.order = order
    self.limit = limit
  }

  /// Reads the tasks; the service is asked for as little as the filter and the limit allow.
  ///
  /// - Parameters:
  ///   - backend: The service that has the tasks.
  ///   - now: The time that ages are counted up to.
  /// - Returns: The tasks that pass, and what could not be read.
  /// - Throws: ``APIProblem``.
  package func read(
    from backend: any MigrationBackend, now: Date = Date()
  ) async throws(APIProblem) -> TaskPage {
    let query = filter.query
    let isNewestFirst = order == nil || order == .newestFirst
    var page: TaskPage
    if query == TaskQuery(state: query.state), limit == nil || !isNewestFirst {
      page = try await backend.listAll(state: query.state)
      let passes = filter.matcher(now: now)
      page.tasks.removeAll { !passes($0) }
    } else {
      page = try await walk(backend, query, now: now, atMost: isNewestFirst ? limit : nil)
    }
    if let order { page.tasks.sort(by: order.precedes) }
    if let limit { page.tasks.removeSubrange(min(limit, page.tasks.count)...) }
    return page
  }

  /// Reads page after page until enough tasks have passed.
  ///
  /// Each page begins one task early, so that a removal between two pages cannot hide its neighbour;
  /// a task that is seen twice counts once.
  private func walk(
    _ backend: any MigrationBackend, _ first: TaskQuery, now: Date, atMost limit: Int?
  ) async throws(APIProblem) -> TaskPage {
    let passes = filter.matcher(now: now)
    var all = TaskPage(tasks: [])
    var known: Set<TaskID> = []
    var query = first
    // Without a filter, the service need not send more than will be shown.
    if let limit, filter == .everything { query.limit = min(limit, query.limit) }
    while true {
      let part = try await backend.list(query)
      all.tasks += part.tasks.filter { known.insert($0.id).inserted && passes($0) }
      all.unreadable += part.unreadable
      if let limit, all.tasks.count >= limit { return all }
      if part.count < query.limit { return all }
      query.start += max(1, part.count - 1)
    }
  }
}
