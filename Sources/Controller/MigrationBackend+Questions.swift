import Dashboard
import Migration

extension MigrationBackend {
  /// What the service tells about a task beside the list.
  func answer(to question: TaskQuestion, about id: TaskID) async -> TaskAnswer {
    do throws(APIProblem) {
      let limit = TaskQuestion.most
      switch question {
      case .failedObjects(let start):
        let page = try await failedObjects(of: id, start: start, limit: limit)
        return page.map(TaskAnswer.failedObjects) ?? .notTold
      case .log: return try await log(of: id, limit: limit).map(TaskAnswer.log) ?? .notTold
      case .events: return .notTold
      }
    } catch {
      return .failed(error)
    }
  }
}
