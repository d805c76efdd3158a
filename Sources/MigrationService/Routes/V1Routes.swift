import FoundationEssentials
import Hummingbird
import Migration
import NIOFoundationEssentialsCompat
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
    let create = try V1CreateRequest(body: try await body(request), within: bounds)
    let created = try await engine.create(
      create.definition, keys: create.keys, project: project, within: bounds)
    return .json(.created, created)
  }

  private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    switch try V1ListQuery(request.queryItems) {
    case .page(let start, let limit, let state):
      let page = try engine.page(
        of: project, in: state, start: start, limit: limit, known: request.headers[.ifNoneMatch])
      return page.map(Response.page) ?? .empty(.notModified)
    case .count(let state):
      return .json(.count, engine.count(of: project, in: state))
    }
  }

  private func show(_ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    return .json(bytes: try engine.answer(to: try context.taskID(), of: project))
  }

  private func operate(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let id = try context.taskID()
    switch try V1OperationRequest(body: try await body(request)) {
    case .start(let keys, let failedOnly):
      try await engine.turn { [bounds] machine, now in
        try machine.start(
          id, project: project, failedOnly: failedOnly, isConfined: bounds.roots != nil, at: now
        ) { (definition) throws(ServiceError) in
          try bounds.check(definition)
          try Feasibility.check(definition)
          return try keys.keys(for: definition)
        }
      }
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

  private func body(_ request: Request) async throws -> Data {
    // The gate has read it already, and kept the limit.
    Data(buffer: try await request.body.collect(upTo: .max))
  }
}
