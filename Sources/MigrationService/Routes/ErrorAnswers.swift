import HTTPTypes
import Hummingbird
import Logging
import Migration
import OMSWire

/// Gives each request an id, and makes an answer of whatever is thrown behind it.
struct ErrorAnswers: RouterMiddleware {
  typealias Context = ServiceContext

  func handle(
    _ request: Request, context: ServiceContext,
    next: @concurrent (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let id = Self.randomID()
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      let problem = Self.problem(error, of: id, log: context.logger)
      // The gateway's bodies name the request too.
      let refusal = WireRefusal(
        code: problem.code, message: problem.message,
        requestID: problem.isFromGateway ? id : nil)
      response = .json(.refusal, refusal, status: HTTPResponse.Status(code: problem.status))
    }
    response.headers[.requestID] = id
    return response
  }

  private static func problem(
    _ error: any Error, of request: String, log: Logger
  ) -> ServiceError {
    switch error {
    case let error as ServiceError: return error
    case let error as HTTPError where error.status == .notFound: return .unknownPath
    default:
      log.error("a request failed", metadata: ["request": "\(request)", "error": "\(error)"])
      return ServiceError(.serverTrouble, status: 500)
    }
  }

  private static func randomID() -> String {
    let halves = (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return halves.joined()
  }
}

extension HTTPField.Name {
  /// `X-Request-Id`.
  static var requestID: Self {
    guard let name = Self("X-Request-Id") else { preconditionFailure("a constant header name") }
    return name
  }
}
