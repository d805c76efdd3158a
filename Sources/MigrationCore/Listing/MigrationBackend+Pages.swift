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
  ///   - stop: Called with what is new, in order; says whether that is enough.
  /// - Returns: The tasks in the order of the service, and what could not be read: entries, and
  ///   pages that were refused.
  /// - Throws: ``APIProblem``, also when the list changes so fast that it cannot be put together.
  package func listAll(
    _ query: TaskQuery = TaskQuery(), limit: Int? = nil, atOnce: Int = 4,
    stop: (TaskPage) -> Bool = { _ in false }
  ) async throws(APIProblem) -> TaskPage {
    let sharing = DetailSharing()
    let list = WholeList(size: query.limit, limit: limit, atOnce: atOnce) {
      start, size throws(APIProblem) in
      var part = query
      part.start = start
      part.limit = size
      return sharing.shared(ListPage(try await self.list(part)))
    } length: { () throws(APIProblem) in
      try await count(state: query.state)
    }
    return TaskPage(
      try await list.read { page in stop(TaskPage(page)) })
  }
}

/// Lets tasks of different pages hold equal details once.
private final class DetailSharing: Sendable {
  private let last = Mutex<MigrationTask?>(nil)

  func shared(_ page: ListPage<MigrationTask>) -> ListPage<MigrationTask> {
    var page = page
    last.withLock { last in
      for index in page.entries.indices {
        if let last { page.entries[index].shareDetails(with: last) }
        last = page.entries[index]
      }
    }
    return page
  }
}

extension TaskPage {
  fileprivate init(_ page: ListPage<MigrationTask>) {
    self.init(tasks: page.entries, unreadable: page.unreadable, total: page.total)
  }
}
