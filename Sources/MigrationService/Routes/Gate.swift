import HTTPTypes
import Hummingbird
import NIOCore

/// Lets a request in: reads its body, and finds out who sent it.
struct Gate: RouterMiddleware {
  typealias Context = ServiceContext

  /// How callers are told apart.
  enum Policy: Sendable {
    /// Whoever can connect is the owner.
    case owner
    /// Every request must be signed.
    case signed(SignatureVerifier)
  }

  // The gateway in front of the real service has this limit too.
  private static let bodyLimit = 12 * 1024 * 1024
  private let policy: Policy
  private let open: Set<String>

  /// A gate.
  ///
  /// - Parameters:
  ///   - policy: How callers are told apart.
  ///   - open: The paths that anybody may ask for who can connect.
  init(_ policy: Policy, open: Set<String> = [ServiceRoutes.healthPath]) {
    self.policy = policy
    self.open = open
  }

  func handle(
    _ request: Request, context: ServiceContext,
    next: @concurrent (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    var (request, context) = (request, context)
    let needsCaller = !open.contains(request.uri.path)
    if needsCaller, case .signed(let verifier) = policy, Self.hasBody(request) {
      try verifier.check(headersOf: Self.signed(request))
    }
    let body = try await Self.collectBody(&request)
    if needsCaller {
      context.caller = try caller(request, body)
    }
    // The router reads /task/ as /task, and so would a signature: only one of them is an address.
    let path = request.uri.path
    guard path == "/" || !path.hasSuffix("/"), !path.contains("//") else {
      throw ServiceError.unknownPath
    }
    return try await next(request, context)
  }

  private static func collectBody(_ request: inout Request) async throws -> ByteBuffer {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > bodyLimit {
      throw ServiceError.bodyTooLarge
    }
    do {
      return try await request.collectBody(upTo: bodyLimit)
    } catch is NIOTooManyBytesError {
      throw ServiceError.bodyTooLarge
    }
  }

  private func caller(_ request: Request, _ body: ByteBuffer) throws(ServiceError) -> Caller {
    switch policy {
    case .owner: return .owner
    case .signed(let verifier):
      let signed = Self.signed(request, body: Array(body.readableBytesView))
      return .holder(project: try verifier.project(of: signed))
    }
  }

  private static func hasBody(_ request: Request) -> Bool {
    request.headers[.contentLength].map { $0 != "0" } ?? (request.headers[.transferEncoding] != nil)
  }

  private static func signed(
    _ request: Request, body: [UInt8] = []
  ) -> SignatureVerifier.SignedRequest {
    var headers = request.headers.map { (name: $0.name.rawName, value: $0.value) }
    // The HTTP types keep the Host header apart from the others.
    if let host = request.head.authority { headers.append((name: "host", value: host)) }
    return SignatureVerifier.SignedRequest(
      method: request.method.rawValue, target: request.uri.string, headers: headers, body: body)
  }
}
