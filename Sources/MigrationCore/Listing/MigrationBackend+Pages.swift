package import Migration
import Synchronization

extension MigrationBackend {
  /// Reads all tasks that pass `query`: the first page, then the others, a few at once.
  ///
  /// Every task that passes the query all the while is in the result once, whatever comes and goes
  /// meanwhile; one that came or went may be in it or not.
  ///
  /// - Parameters:
  ///   - query: Which tasks; its `limit` is the size of a page, and it always begins at 0.
  ///   - limit: The most tasks to read; `nil` means all.
  ///   - atOnce: The most pages asked for at once, from 1; a service is asked four things at most.
  ///   - stop: Called with the tasks that are new, in order; says whether these are enough.
  /// - Returns: The tasks in the order of the service, and what could not be read.
  /// - Throws: ``APIProblem``, also when the list changes so fast that it cannot be put together.
  package func listAll(
    _ query: TaskQuery = TaskQuery(), limit: Int? = nil, atOnce: Int = 4,
    stop: (([MigrationTask]) -> Bool)? = nil
  ) async throws(APIProblem) -> ListedTasks {
    let pages = PageNotes()
    let list = WholeList(size: query.limit, limit: limit, atOnce: atOnce) {
      start, size throws(APIProblem) in
      var part = query
      part.start = start
      part.limit = size
      return pages.noted(try await self.list(part))
    } length: { () throws(APIProblem) in
      try await count(state: query.state)
    }
    let all = try await list.read { page in stop?(pages.tasks(page.entries)) ?? false }
    return pages.listed(all)
  }
}

/// What the pages of a list brought, while only their ids go through the walk.
private final class PageNotes: Sendable {
  private let state = Mutex((store: PackedTasks(), leftOut: LeftOut()))

  func noted(_ page: TaskPage) -> ListPage<ListedID> {
    state.withLock { state in
      if !page.leftOut.isEmpty { state.leftOut.merge(page.leftOut) }
      for task in page.tasks { state.store.put(task) }
    }
    return ListPage(page).map { ListedID(id: $0.id) }
  }

  func tasks(_ entries: [ListedID]) -> [MigrationTask] {
    state.withLock { state in entries.compactMap { state.store[$0.id] } }
  }

  func listed(_ page: ListPage<ListedID>) -> ListedTasks {
    state.withLock { state in
      ListedTasks(
        tasks: OrderedTasks(page.entries.lazy.map(\.id), of: state.store),
        unreadable: page.unreadable, leftOut: state.leftOut)
    }
  }
}
