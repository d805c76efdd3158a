import Hummingbird
import Migration
import OMSWire

/// The paths of OMS API v1.
struct V1Routes: Sendable {
  private let engine: TaskEngine
  private let bounds: Bounds

  /// Routes to `engine`, for callers who may name the places within `bounds`.
  init(engine: TaskEngine, bounds: Bounds) {
    self.engine = engine
    self.bounds = bounds
  }

  /// Adds the routes.
  func add(to router: Router<ServiceContext>) {
    let group = router.group("/v1/:project/objectstorage")
    group.post("task") { request, context in try await create(request, context) }
    group.get("task") { request, context in try await list(request, context) }
    group.get("task/:task") { _, context in try await show(context) }
    group.put("task/:task") { request, context in try await operate(request, context) }
    group.delete("task/:task") { _, context in try await delete(context) }
    group.get("quotas") { _, context in try quotas(context) }
    group.get("version") { request, context in try versions(request, context) }
  }

  private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let create = try CreateRequest(
      body: try await request.read(), in: .v1, within: bounds, tells: engine.settings.tells)
    let created = try await engine.create(
      create.definition, keys: create.keys, project: project, within: bounds)
    return .json(.created, created)
  }

  private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    switch try V1ListQuery(request.queryItems) {
    case .page(let start, let limit, let state):
      let list = TaskList(
        version: .v1, states: TaskState.shown(inV1: state), start: start, limit: limit)
      let page = try await engine.page(of: project, list, known: request.headers[.ifNoneMatch])
      return page.map { .page($0, WireWriter.list(ofWritten: $0.answers)) } ?? .empty(.notModified)
    case .count(let state):
      return .json(.count, engine.count(of: project, in: TaskState.shown(inV1: state)))
    }
  }

  private func show(_ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    return .json(bytes: try engine.answer(to: try context.taskID(), of: project, in: .v1))
  }

  private func operate(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let id = try context.taskID()
    switch try V1OperationRequest(body: try await request.read()) {
    case .start(let keys, let failedOnly):
      try await engine.start(
        id, project: project, keys: keys, failedOnly: failedOnly, within: bounds)
    case .stop: try await engine.turn { machine, _ in try machine.stop(id, project: project) }
    case .changeBandwidth(let windows):
      try await engine.turn {
        try $0.changeBandwidth(windows, of: id, project: project, at: $1)
      }
    }
    return .empty()
  }

  private func delete(_ context: ServiceContext) async throws -> Response {
    let (id, project) = (try context.taskID(), try context.project())
    try await engine.turn { try $0.delete(id, project: project, at: $1) }
    return .empty(.noContent)
  }

  // This one takes the account's id, which says nothing here.
  private func quotas(_ context: ServiceContext) throws -> Response {
    _ = try context.identifier()
    return .json(.quota, engine.settings.maxRunning)
  }

  private func versions(_ request: Request, _ context: ServiceContext) throws -> Response {
    _ = try context.project()
    let wanted = request.queryItems.first { $0.name == "version" }?.value
    return .json(
      .versions(hasRange: true), try ServedVersions.inV1(wanted, at: request.serviceAddress))
  }
}
