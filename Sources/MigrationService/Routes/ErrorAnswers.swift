import HTTPTypes
import Hummingbird
import Logging
import Migration
import OMSWire

/// Gives each request an id, makes an answer of whatever is thrown behind it, and notes both in the log.
struct ErrorAnswers: RouterMiddleware {
  typealias Context = ServiceContext

  private let log: Logger

  /// Has requests noted in `log`.
  init(_ log: Logger) {
    self.log = log
  }

  func handle(
    _ request: Request, context: ServiceContext,
    next: @concurrent (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let (id, start) = (Self.randomID(), ContinuousClock.now)
    var context = context
    let isNoted = log.logLevel <= .info
    // What the framework says of a request has the same id; nobody waits for that where nothing is noted.
    if isNoted { context.logger[metadataKey: "hb.request.id"] = "\(id)" }
    var response: Response
    var code: String?
    do {
      response = try await next(request, context)
    } catch {
      let problem = problem(error, of: id)
      code = problem.code
      // The gateway's bodies name the request too.
      let refusal = WireRefusal(
        code: problem.code, message: problem.message,
        requestID: problem.isFromGateway ? id : nil)
      response = .json(.refusal, refusal, status: HTTPResponse.Status(code: problem.status))
    }
    response.headers[.requestID] = id
    if isNoted {
      note(request, id, response.status.code, code, in: ContinuousClock.now - start)
    }
    return response
  }

  /// Notes what was asked for, without a query, and what was answered.
  private func note(
    _ request: Request, _ id: String, _ status: Int, _ code: String?, in time: Duration
  ) {
    log.info(
      "answered",
      metadata: [
        "request": "\(id)", "method": "\(request.method)", "path": "\(request.uri.path)",
        "status": "\(status)", "milliseconds": "\(time.milliseconds)",
      ].merging(code.map { ["code": "\($0)"] } ?? [:]) { one, _ in one })
  }

  private func problem(_ error: any Error, of request: String) -> ServiceError {
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
