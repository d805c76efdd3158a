import Migration
import OMSWire

extension APICaller {
  /// Has a service check a creation of `dialect` without making anything, which Ferry's own can.
  ///
  /// - Returns: Whether the service knows the call.
  /// - Throws: `APIProblem` when the task would be refused.
  func check(
    _ task: NewTask, in dialect: TaskDialect, at path: String
  ) async throws(APIProblem) -> Bool {
    do throws(APIProblem) {
      try await order("POST", path, body: .creation(of: task.withoutSecrets, in: dialect), .read)
      return true
    } catch {
      guard error.isUnknownPath else { throw error }
      return false
    }
  }
}
