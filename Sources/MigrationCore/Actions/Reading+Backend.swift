import FoundationEssentials
package import Migration

extension Reading {
  /// Reads `ids`, a few at once, each of them once.
  ///
  /// - Returns: The readings in the order of the ids.
  static func all(
    of ids: [Value.ID],
    _ read: @escaping @Sendable (Value.ID) async throws(APIProblem) -> Value
  ) async -> [Reading] {
    var seen: Set<Value.ID> = []
    return await inTurn(
      ids.filter { seen.insert($0).inserted }, problem: \.problem,
      skipped: { Reading(id: $0, outcome: .failure($1)) }
    ) { id in
      do throws(APIProblem) {
        return Reading(id: id, outcome: .success(try await read(id)))
      } catch {
        return Reading(id: id, outcome: .failure(error))
      }
    }
  }
}

extension MigrationBackend {
  /// What became of `ids`, in their order, with at most four requests at once.
  package func readings(of ids: [TaskID]) async -> [TargetReading] {
    await TargetReading.all(of: ids) { id throws(APIProblem) in try await show(id) }
  }
}

extension TaskGroupBackend {
  /// What became of `ids`, in their order, with at most four requests at once.
  package func readings(of ids: [TaskGroupID]) async -> [GroupReading] {
    await GroupReading.all(of: ids) { id throws(APIProblem) in try await showGroup(id) }
  }
}

extension SyncBackend {
  /// What became of `ids`, in their order, with at most four requests at once.
  package func readings(of ids: [SyncTaskID]) async -> [SyncReading] {
    await SyncReading.all(of: ids) { id throws(APIProblem) in
      try await showSyncTask(id, inMonthOf: Date())
    }
  }
}
