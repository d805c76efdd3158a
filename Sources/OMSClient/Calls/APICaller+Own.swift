import Migration
import OMSWire

/// What Ferry's own service answers beside OMS; others do not know these paths.
extension APICaller {
  /// Has the service check a creation of `dialect` without making anything.
  ///
  /// - Returns: Whether the service knows the call.
  /// - Throws: `APIProblem` when the task would be refused.
  func check(_ task: NewTask, in dialect: TaskDialect) async throws(APIProblem) -> Bool {
    let path = own("creation-checks") + (dialect == .v2 ? "/v2" : "")
    return try await known { () throws(APIProblem) in
      try await order("POST", path, body: .creation(of: task.withoutSecrets, in: dialect), .read)
    } != nil
  }

  /// A page of the objects that a task could not move; `nil` when the service does not know the call.
  func failedObjects(
    of id: TaskID, start: Int, limit: Int
  ) async throws(APIProblem) -> [UnmovedObject]? {
    let query = [(name: "start", value: String(start)), (name: "limit", value: String(limit))]
    return try await known { () throws(APIProblem) in
      try await get(.unmovedObjects, own("task/\(id)/failed-objects"), query: query)
    }
  }

  /// The latest lines of the log of a task's run; `nil` when the service does not know the call.
  func log(of id: TaskID, limit: Int) async throws(APIProblem) -> [RunLogLine]? {
    let query = [(name: "start", value: "0"), (name: "limit", value: String(limit))]
    return try await known { () throws(APIProblem) in
      try await get(.runLog, own("task/\(id)/log"), query: query)
    }
  }

  private func own(_ path: String) -> String {
    "/local/v1/\(PercentEncoding.encoded(transport.projectID))/\(path)"
  }

  private func known<Answer>(
    _ call: () async throws(APIProblem) -> Answer
  ) async throws(APIProblem) -> Answer? {
    do throws(APIProblem) {
      return try await call()
    } catch {
      guard error.isUnknownPath else { throw error }
      return nil
    }
  }
}
