import HTTPTypes
import Hummingbird
import Migration
import OMSWire

/// The paths of OMS API v2 that are about tasks.
struct V2Routes: Sendable {
  private let engine: TaskEngine
  private let bounds: Bounds
  private let turns: Turns<TaskID>

  /// Routes to `engine`, for callers who may name the places within `bounds`.
  init(engine: TaskEngine, bounds: Bounds) {
    self.engine = engine
    self.bounds = bounds
    turns = Turns(engine: engine) { context throws(ServiceError) in try context.taskID() }
  }

  /// Adds the routes to those of a project.
  func add(to project: RouterGroup<ServiceContext>) {
    let tasks = project.group("tasks")
    tasks.post { request, context in try await create(request, context) }
    tasks.get { request, context in try await list(request, context) }
    tasks.post("batch-update") { request, context in try await change(request, context) }
    tasks.get(":task") { _, context in try await show(context) }
    tasks.delete(":task") { _, context in
      try await turns.turn(context) { try $0.delete($1, project: $2, at: $3) }
    }
    tasks.post(":task/start") { request, context in try await start(request, context) }
    tasks.post(":task/stop") { _, context in
      try await turns.turn(context) { machine, id, project, _ in
        try machine.stop(id, project: project)
      }
    }
    tasks.put(":task/bandwidth-policy") { request, context in
      try await turns.changeBandwidth(request, context) {
        try $0.changeBandwidth($1, of: $2, project: $3, at: $4)
      }
    }
  }

  private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let create = try CreateRequest(
      body: try await request.read(), in: .v2, within: bounds, tells: engine.settings.tells)
    let created = try await engine.create(
      create.definition, keys: create.keys, project: project, within: bounds)
    return .json(.created, created)
  }

  private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let query = try V2ListQuery(request.queryItems, states: 1...7)
    let page = try await engine.page(
      of: project, query.tasks, known: request.headers[.ifNoneMatch])
    return page.map { .page($0, WireWriter.page(ofWritten: $0.answers, total: $0.total)) }
      ?? .empty(.notModified)
  }

  private func show(_ context: ServiceContext) async throws -> Response {
    let (id, project) = try turns.target(context)
    return .json(bytes: try engine.answer(to: id, of: project, in: .v2))
  }

  private func start(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let (id, project) = try turns.target(context)
    let start = try V2StartRequest(body: try await request.read(), in: .v2)
    try await engine.start(
      id, project: project, keys: start.keys, failedOnly: start.failedOnly, within: bounds)
    return .empty()
  }

  private func change(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let batch = try V2BatchRequest(body: try await request.read())
    try await engine.turn {
      try $0.change(batch.targets, batch.change, project: project, at: $1)
    }
    return .empty()
  }
}
