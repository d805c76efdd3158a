package import Migration

extension MigrationBackend {
  /// Reads all tasks that pass `query`: the first page, then the others, four at a time.
  ///
  /// Every task that passes the query all the while is in the result once, whatever comes and goes
  /// meanwhile; one that came or went may be in it or not.
  ///
  /// - Parameters:
  ///   - query: Which tasks; its `limit` is the size of a page, and it always begins at 0.
  ///   - limit: The most tasks to read; `nil` means all.
  ///   - atOnce: The most pages asked for at once, from 1; a service is asked four things at most.
  ///   - stop: Called after each page, in order, with what it brought that was not known before;
  ///     says whether that is enough.
  /// - Returns: The tasks in the order of the service, and what could not be read.
  /// - Throws: ``APIProblem``, also when the list changes so fast that it cannot be put together.
  package func listAll(
    _ query: TaskQuery = TaskQuery(), limit: Int? = nil, atOnce: Int = 4,
    stop: (TaskPage) -> Bool = { _ in false }
  ) async throws(APIProblem) -> TaskPage {
    var listing = TaskListing(size: query.limit, limit: limit, atOnce: atOnce)
    var unreadable: [String] = []
    while !listing.isComplete {
      let starts = listing.nextStarts
      for (start, part) in zip(starts, try await pages(of: query, starts, listing.size)) {
        guard !listing.isComplete, let new = try listing.take(part, from: start) else { break }
        unreadable += part.unreadable
        if stop(TaskPage(tasks: new, unreadable: part.unreadable, total: part.total)) {
          return TaskPage(tasks: listing.tasks, unreadable: unreadable)
        }
      }
      // v1 does not say how long the list is; where there is more than a page, it is worth a call.
      if !listing.isComplete, !listing.isLengthKnown {
        listing.expect(try await count(state: query.state))
      }
    }
    return TaskPage(tasks: listing.tasks, unreadable: unreadable)
  }

  private func pages(
    of query: TaskQuery, _ starts: [Int], _ limit: Int
  ) async throws(APIProblem) -> [TaskPage] {
    var results: [Int: Result<TaskPage, APIProblem>] = [:]
    var failure: APIProblem?
    await withTaskGroup(of: (Int, Result<TaskPage, APIProblem>).self) { group in
      for start in starts {
        var part = query
        part.start = start
        part.limit = limit
        group.addTask { [part] in (start, await result(of: part)) }
      }
      for await (start, result) in group {
        results[start] = result
        if failure == nil, case .failure(let problem) = result {
          failure = problem
          group.cancelAll()
        }
      }
    }
    if let failure { throw failure }
    return starts.compactMap { try? results[$0]?.get() }
  }

  private func result(of query: TaskQuery) async -> Result<TaskPage, APIProblem> {
    do throws(APIProblem) {
      return .success(try await list(query))
    } catch {
      return .failure(error)
    }
  }
}
