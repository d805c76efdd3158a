import TestSupport
import FoundationEssentials
import HTTPTypes
import Hummingbird
import TestServers
import NIOCore

@testable import Migration
@testable import OMSClient

/// A real HTTP server on loopback that gives one answer and remembers what it was asked.
actor CannedServer {
  struct Seen: Sendable, Equatable {
    var method: String
    var path: String
    var query: [String: String]
    var contentType: String?
    var body: JSON?
    /// The path and query as they came.
    var target = ""
    /// All headers in lower case, `host` among them.
    var headers: [String: String] = [:]
    /// The bytes of the body.
    var bytes: [UInt8] = []
  }

  private(set) var seen: [Seen] = []

  func remember(_ request: Seen) { seen.append(request) }

  /// Serves `response` to a client of v1 while `body` runs.
  static func serving<Value: Sendable>(
    _ response: VectorFile.Response,
    _ body: @Sendable @escaping (V1Client, CannedServer) async throws -> Value
  ) async throws -> Value {
    try await answering(response) { endpoint, server in
      try await body(V1Client(transport: transport(to: endpoint)), server)
    }
  }

  /// Serves `response` to a client of v2 while `body` runs.
  static func servingV2<Value: Sendable>(
    _ response: VectorFile.Response,
    _ body: @Sendable @escaping (V2Client, CannedServer) async throws -> Value
  ) async throws -> Value {
    try await answering(response) { endpoint, server in
      try await body(V2Client(transport: transport(to: endpoint)), server)
    }
  }

  // Each call is sent once: what is repeated, and when, has tests of its own.
  private static func transport(to endpoint: Endpoint) -> HTTPTransport {
    HTTPTransport(
      endpoint: endpoint, credentials: Credentials.token(Secret("FAKE-TOKEN")),
      projectID: VectorFile.project, deadline: .seconds(60),
      conduct: CallConduct(
        gates: CallGates(clock: CallClock(ContinuousClock())),
        policy: RetryPolicy(mostAttempts: 1), random: { 0.5 }))
  }

  /// Serves `response` at an endpoint of its own while `body` runs.
  static func answering<Value: Sendable>(
    _ response: VectorFile.Response,
    _ body: @Sendable @escaping (Endpoint, CannedServer) async throws -> Value
  ) async throws -> Value {
    let server = CannedServer()
    return try await LoopbackServer.serving(CannedResponder(response: response, server: server)) {
      try await body($0, server)
    }
  }
}

private struct CannedResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let response: VectorFile.Response
  let server: CannedServer

  func respond(to request: Request, context: Context) async throws -> Response {
    let buffer = try await request.body.collect(upTo: 1 << 20)
    let target = request.head.path ?? "/"
    let parts = target.split(separator: "?", maxSplits: 1)
    let query = PercentEncoding.items(ofRawQuery: parts.count > 1 ? parts[1] : "")
    await server.remember(
      .init(
        method: request.method.rawValue, path: String(parts[0]),
        query: Dictionary(query.map { ($0.name, $0.value) }) { $1 },
        contentType: request.headers[.contentType],
        body: try? JSONDecoder().decode(JSON.self, from: Data(buffer.readableBytesView)),
        target: target, headers: received(request), bytes: Array(buffer.readableBytesView)))
    var headers = HTTPFields()
    for (name, value) in response.headers ?? [:] where name != "Content-Length" {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    let body =
      try response.rawBody.map { Data($0.utf8) }
      ?? response.body.map { try JSONEncoder().encode($0) }
    return Response(
      status: .init(code: response.status), headers: headers,
      body: body.map { ResponseBody(byteBuffer: ByteBuffer(bytes: $0)) } ?? .init())
  }

  private func received(_ request: Request) -> [String: String] {
    var headers = ["host": request.head.authority ?? ""]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    return headers
  }
}
