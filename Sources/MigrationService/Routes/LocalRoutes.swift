import Hummingbird
import Migration
import OMSWire

/// What OMS has no place for: the objects that a task did not move, one by one, with the reasons.
struct LocalRoutes: Sendable {
  private let engine: TaskEngine

  /// Routes to `engine`.
  init(engine: TaskEngine) {
    self.engine = engine
  }

  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    let group = router.group("/local/v1/:project/task/:task")
    group.get("failed-objects") { request, context in
      try await list(.failed, request, context)
    }
    group.get("left-out-objects") { request, context in
      try await list(.leftOut, request, context)
    }
  }

  private func list(
    _ objects: UnmovedObjects, _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    guard case .page(let start, let limit, nil) = try V1ListQuery(request.queryItems) else {
      throw ServiceError(.pageOutOfRange)
    }
    let task = try await engine.task(try context.taskID(), of: try context.project())
    let page = try await engine.store.unmoved(objects, of: task.id, start: start, limit: limit)
    return .json(
      .unmovedObjects, page.map { UnmovedObject(NameBytes.shown($0.name), $0.reason) })
  }
}
