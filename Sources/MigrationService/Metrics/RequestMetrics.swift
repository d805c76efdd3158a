import Hummingbird

/// Counts the answers, and measures how long they take.
struct RequestMetrics: RouterMiddleware {
  typealias Context = ServiceContext

  private let metrics: ServiceMetrics

  /// Has `metrics` told of every answer.
  init(_ metrics: ServiceMetrics) {
    self.metrics = metrics
  }

  func handle(
    _ request: Request, context: ServiceContext,
    next: @concurrent (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    metrics.answered(request.method, response.status.code, in: ContinuousClock.now - start)
    return response
  }
}
