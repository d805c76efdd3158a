import FoundationEssentials
import Hummingbird
import Migration
import OMSWire

/// What the paths of tasks and those of groups have in common in v2: what is meant stands in the path, and
/// an operation on it is one turn of the engine, answered without a body.
struct Turns<ID: Sendable>: Sendable {
  /// Carries out the operations.
  let engine: TaskEngine
  /// What a path names.
  let id: @Sendable (ServiceContext) throws(ServiceError) -> ID

  /// What is meant, and the caller's own project.
  func target(_ context: ServiceContext) throws(ServiceError) -> (id: ID, project: String) {
    (try id(context), try context.project())
  }

  /// Does something with what the path names.
  func turn(
    _ context: ServiceContext,
    _ body: @Sendable (inout TaskMachine, ID, _ project: String, _ now: Date) throws -> Void
  ) async throws -> Response {
    let (id, project) = try target(context)
    try await engine.turn { machine, now in try body(&machine, id, project, now) }
    return .empty()
  }

  /// Replaces the speed windows of what the path names by those of the body.
  func changeBandwidth(
    _ request: Request, _ context: ServiceContext,
    _ body:
      @Sendable (
        inout TaskMachine, [BandwidthWindow], ID, _ project: String, _ now: Date
      ) throws -> Void
  ) async throws -> Response {
    let (id, project) = try target(context)
    let windows = try V2BandwidthRequest(body: try await request.read()).windows
    try await engine.turn { machine, now in try body(&machine, windows, id, project, now) }
    return .empty()
  }
}
