import Hummingbird

/// Leaves the threads that read requests free: only what asks for tasks is answered there.
///
/// Whatever carries a body, reads files of a task, or adds up groups, may take long, and would hold up
/// all others whose connections have the same thread.
struct LongAnswers<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    if request.method == .get, !path.hasPrefix("/local/"), !path.contains("/taskgroups") {
      return try await next(request, context)
    }
    return try await withTaskExecutorPreference(globalConcurrentExecutor) {
      try await next(request, context)
    }
  }
}
