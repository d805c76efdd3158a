package import Migration

extension TaskGroupBackend {
  /// Reads all groups, page by page, each once.
  ///
  /// Each page begins one group early, so that a removal between two pages cannot hide its neighbour.
  ///
  /// - Parameters:
  ///   - state: Only groups in this state.
  ///   - limit: The most groups to read; `nil` means all.
  /// - Returns: The groups, newest first, and what could not be read.
  /// - Throws: ``APIProblem``.
  package func listAllGroups(
    state: TaskGroupState? = nil, limit: Int? = nil
  ) async throws(APIProblem) -> TaskGroupPage {
    let most = min(limit ?? 100, 100)
    var all = TaskGroupPage(groups: [])
    var known: Set<TaskGroupID> = []
    var start = 0
    while true {
      let part = try await listGroups(start: start, limit: most, state: state)
      let new = part.groups.filter { known.insert($0.id).inserted }
      all.groups += new
      all.unreadable += part.unreadable
      if let limit, all.groups.count >= limit {
        all.groups.removeSubrange(limit...)
        return all
      }
      // A page without anything new would be followed by more of the same.
      if part.count < most || new.isEmpty && part.unreadable.isEmpty { return all }
      start += max(1, part.count - 1)
    }
  }
}
