import Hummingbird
import Migration
import OMSWire

/// What OMS has no place for: the objects that a task did not move, one by one, with the reasons; what
/// its run has logged; and whether a creation would be accepted.
struct LocalRoutes: Sendable {
  private let engine: TaskEngine
  private let bounds: Bounds

  /// Routes to `engine`, for callers who may name the places within `bounds`.
  init(engine: TaskEngine, bounds: Bounds) {
    self.engine = engine
    self.bounds = bounds
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
    group.get("log") { request, context in try await log(request, context) }
    let checks = router.group("/local/v1/:project/creation-checks")
    checks.post { request, context in try await check(request, context, in: .v1) }
    checks.post("v2") { request, context in try await check(request, context, in: .v2) }
  }

  /// Does all that a creation does before it makes the task.
  private func check(
    _ request: Request, _ context: ServiceContext, in dialect: TaskDialect
  ) async throws -> Response {
    let project = try context.project()
    _ = try CreateRequest(
      body: try await request.read(), in: dialect, within: bounds, tells: engine.settings.tells)
    try await engine.turn { try $0.checkQuotas(of: project, at: $1) }
    return .empty()
  }

  private func list(
    _ kind: UnmovedFile.Kind, _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    let (start, limit) = try page(of: request)
    let page = try await engine.unmoved(
      kind, of: context.taskID(), project: context.project(), start: start, limit: limit)
    return .json(
      .unmovedObjects, page.map { UnmovedObject(NameBytes.shown($0.name), $0.reason) })
  }

  private func log(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let (start, limit) = try page(of: request)
    let page = try await engine.log(
      of: context.taskID(), project: context.project(), start: start, limit: limit)
    return .json(
      .runLog,
      page.map { line in
        var line = line
        line.object = line.object.map(NameBytes.shown)
        return line
      })
  }

  private func page(of request: Request) throws -> (start: Int, limit: Int) {
    guard case .page(let start, let limit, nil) = try V1ListQuery(request.queryItems) else {
      throw ServiceError(.pageOutOfRange)
    }
    return (start, limit)
  }
}
