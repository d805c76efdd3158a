import Hummingbird
import Migration

/// Says in the codes of v2 what has codes of its own there.
struct V2Errors: RouterMiddleware {
  typealias Context = ServiceContext

  func handle(
    _ request: Request, context: ServiceContext,
    next: @concurrent (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as ServiceError {
      throw Self.translated(error)
    }
  }

  private static func translated(_ error: ServiceError) -> ServiceError {
    switch error {
    case ServiceError(.noSuchTask): ServiceError(.noSuchTaskOrGroup)
    case ServiceError(.dailyLimit): ServiceError(.quotaUsedUp)
    default: error
    }
  }
}
