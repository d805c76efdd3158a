import HTTPTypes
import Hummingbird
import NIOCore

/// Lets requests pass that these rights allow.
struct Rights: RouterMiddleware {
  typealias Context = BasicRequestContext

  let allow: @Sendable (_ request: Request, _ prefix: String?) -> Bool

  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let isList = request.method == .get && request.uri.queryParameters["max-keys"] != nil
    let prefix = isList ? String(request.uri.queryParameters["prefix"] ?? "") : nil
    guard allow(request, prefix) else {
      let text = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"
      return Response(
        status: .forbidden, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
    return try await next(request, context)
  }
}
