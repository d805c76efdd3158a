import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Numbers the requests to a store, and lets one of them end badly.
final class UnreliableRequests<Context: RequestContext>: RouterMiddleware {
  /// What becomes of a request.
  enum Fate: String, CaseIterable {
    case serverError
    case slowDown
    case denied
    case torn
  }

  /// How many requests have come.
  var count: Int { number.withLock { $0 } }

  private let number = Mutex(0)
  private let bad: Mutex<Int?>
  private let fate: Fate

  /// Has the request with the number `bad`, counted from 1, end as `fate` says.
  init(_ bad: Int, _ fate: Fate) {
    self.bad = Mutex(bad)
    self.fate = fate
  }

  /// Has all requests from now on go well.
  func relent() { bad.withLock { $0 = nil } }

  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let number = number.withLock { number in
      number += 1
      return number
    }
    guard bad.withLock({ $0 == number }) else { return try await next(request, context) }
    switch fate {
    case .serverError: return Response(status: .internalServerError)
    case .slowDown: return Response(status: .serviceUnavailable)
    case .denied: return Response(status: .forbidden)
    case .torn:
      // To a request for a head this would say that the object is there.
      guard request.method != .head else { return Response(status: .badGateway) }
      return Response(
        status: .ok, headers: [.contentLength: "1000"],
        body: ResponseBody(contentLength: 1000) { writer in
          try await writer.write(ByteBuffer(string: "<?xml"))
          throw Torn()
        })
    }
  }

  private struct Torn: Error {}
}
