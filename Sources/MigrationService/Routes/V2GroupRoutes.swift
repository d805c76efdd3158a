import Hummingbird
import Migration
import OMSWire

/// The paths of OMS API v2 that are about task groups.
struct V2GroupRoutes: Sendable {
  private let engine: TaskEngine
  private let bounds: Bounds
  private let turns: Turns<TaskGroupID>

  /// Routes to `engine`, for callers who may name the places within `bounds`.
  init(engine: TaskEngine, bounds: Bounds) {
    self.engine = engine
    self.bounds = bounds
    turns = Turns(engine: engine) { context throws(ServiceError) in try context.groupID() }
  }

  /// Adds the routes to those of a project.
  func add(to project: RouterGroup<ServiceContext>) {
    let groups = project.group("taskgroups")
    groups.post { request, context in try await create(request, context) }
    groups.get { request, context in try await list(request, context) }
    groups.get(":group") { _, context in try await show(context) }
    groups.delete(":group") { _, context in
      try await turns.turn(context) { try $0.delete($1, project: $2, at: $3) }
    }
    groups.put(":group/stop") { _, context in
      try await turns.turn(context) { machine, id, project, _ in
        try machine.stop(id, project: project)
      }
    }
    groups.put(":group/start") { request, context in
      try await restart(request, context) { _ in .start }
    }
    groups.put(":group/retry") { request, context in
      try await restart(request, context) { .retry(failedOnly: $0) }
    }
    groups.put(":group/update") { request, context in
      try await turns.changeBandwidth(request, context) {
        try $0.changeBandwidth($1, of: $2, project: $3, at: $4)
      }
    }
  }

  private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let create = try CreateRequest(
      body: try await request.read(), in: .group, within: bounds, tells: engine.settings.tells)
    let id = try await engine.createGroup(
      create.definition, keys: create.keys, project: project, within: bounds)
    return .json(.createdGroup, id)
  }

  private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let project = try context.project()
    let query = try V2ListQuery(request.queryItems, states: 0...9)
    let page = try await engine.groups(
      of: project, in: query.status.map { TaskGroupState(code: $0) }, start: query.offset,
      limit: query.limit)
    return .json(.groups, page)
  }

  private func show(_ context: ServiceContext) async throws -> Response {
    let (id, project) = try turns.target(context)
    return .json(.group, try await engine.group(id, of: project))
  }

  private func restart(
    _ request: Request, _ context: ServiceContext,
    _ action: (_ failedOnly: Bool) -> GroupAction
  ) async throws -> Response {
    let (id, project) = try turns.target(context)
    let start = try V2StartRequest(body: try await request.read(), in: .group)
    try await engine.restart(
      id, action(start.failedOnly), project: project, keys: start.keys, within: bounds)
    return .empty()
  }
}
