package import Migration

extension TaskGroupBackend {
  /// Reads all groups, page by page, each once, as ``MigrationBackend/listAll(_:limit:atOnce:stop:)``
  /// reads tasks.
  ///
  /// - Parameters:
  ///   - state: Only groups in this state.
  ///   - limit: The most groups to read; `nil` means all.
  /// - Returns: The groups, newest first, and what could not be read.
  /// - Throws: ``APIProblem``.
  package func listAllGroups(
    state: TaskGroupState? = nil, limit: Int? = nil
  ) async throws(APIProblem) -> TaskGroupPage {
    let list = WholeList(limit: limit, atOnce: 1) { start, size throws(APIProblem) in
      let page = try await listGroups(start: start, limit: size, state: state)
      return ListPage(entries: page.groups, unreadable: page.unreadable, total: page.total)
    } length: { () throws(APIProblem) in
      nil
    }
    let page = try await list.read()
    return TaskGroupPage(groups: page.entries, unreadable: page.unreadable)
  }
}
