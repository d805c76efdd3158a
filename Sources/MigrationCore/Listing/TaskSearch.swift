package import FoundationEssentials
package import Migration

/// Which tasks to look for, in which order, and how many of them at most.
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
  ) async throws(APIProblem) -> ListedTasks {
    let isNewestFirst = order == nil || order == .newestFirst
    let most = isNewestFirst ? limit : nil
    let passes: (MigrationTask) -> Bool = filter.matcher(now: now)
    var found = 0
    // Without a filter, the service need not send more than will be shown.
    let stop = most.map { most in
      { (part: [MigrationTask]) in
        found += part.count(where: passes)
        return found >= most
      }
    }
    var list = try await backend.listAll(
      filter.query, limit: filter == .everything ? most : nil, stop: stop)
    if filter != .everything { list.tasks.keep(where: passes) }
    if let order { list.tasks.sort(by: order) }
    if let limit { list.tasks.truncate(to: limit) }
    if !list.leftOut.isEmpty { list.leftOut.tasks.formIntersection(list.tasks.map(\.id)) }
    return list
  }
}
