import Hummingbird

/// Leaves the threads that read requests free: only what asks for tasks is answered there.
///
/// Whatever carries a body, or reads files of a task, may take long, and would hold up all others
/// whose connections have the same thread.
struct LongAnswers<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    if request.method == .get, !request.uri.path.hasPrefix("/local/") {
      return try await next(request, context)
    }
    return try await withTaskExecutorPreference(globalConcurrentExecutor) {
      try await next(request, context)
    }
  }
}
