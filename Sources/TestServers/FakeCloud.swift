import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

package import Migration

/// A real HTTP server on loopback that plays the identity service and a migration service.
package actor FakeCloud {
  package struct Seen: Sendable {
    package var call: String
    package var query: [String: String]
    package var headers: [String: String]
    package var body: String
  }

  package struct Reply: Sendable {
    package var status = 200
    package var headers: [String: String] = [:]
    package var body = ""

    /// An answer; without arguments an empty one of success.
    package init(status: Int = 200, headers: [String: String] = [:], body: String = "") {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  package private(set) var seen: [Seen] = []
  private var replies: [String: [Reply]] = [:]
  private var isHolding = false
  private var held: [CheckedContinuation<Void, Never>] = []
  private var arrivals: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

  /// Answers `call`, such as `GET /v3/projects`, with each reply once and the last one from then on.
  package func answer(_ call: String, _ replies: Reply...) { answer(call, replies) }

  package func answer(_ call: String, _ replies: [Reply]) { self.replies[call] = replies }

  /// Keeps every request waiting until ``release()``.
  package func hold() { isHolding = true }

  package func release() {
    isHolding = false
    for continuation in held { continuation.resume() }
    held = []
  }

  /// Returns when `count` requests have come altogether.
  package func arrived(_ count: Int) async {
    guard seen.count < count else { return }
    await withCheckedContinuation { arrivals.append((count, $0)) }
  }

  /// How often `call` has come.
  package func count(_ call: String) -> Int { seen.count { $0.call == call } }

  fileprivate func reply(to request: Seen) async -> Reply {
    seen.append(request)
    // Taken now, so that requests that wait keep their order.
    let reply = nextReply(to: request.call)
    for arrival in arrivals where arrival.count <= seen.count { arrival.continuation.resume() }
    arrivals.removeAll { $0.count <= seen.count }
    if isHolding { await withCheckedContinuation { held.append($0) } }
    return reply
  }

  private func nextReply(to call: String) -> Reply {
    guard let all = replies[call], let first = all.first else {
      return Reply(
        status: 404,
        body: #"{"error_code":"APIGW.0101","error_msg":"The API does not exist","request_id":"r"}"#)
    }
    if all.count > 1 { replies[call] = Array(all.dropFirst()) }
    return first
  }

  /// Serves while `body` runs.
  package static func serving<Value: Sendable>(
    _ body: @Sendable @escaping (FakeCloud, Endpoint) async throws -> Value
  ) async throws -> Value {
    let cloud = FakeCloud()
    return try await LoopbackServer.serving(FakeCloudResponder(cloud: cloud)) { endpoint in
      let value = try await body(cloud, endpoint)
      await cloud.release()
      return value
    }
  }
}

private struct FakeCloudResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let cloud: FakeCloud

  package func respond(to request: Request, context: Context) async throws -> Response {
    let buffer = try await request.body.collect(upTo: 1 << 20)
    let parts = (request.head.path ?? "/").split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = PercentEncoding.items(ofRawQuery: parts.count > 1 ? parts[1] : "")
    let reply = await cloud.reply(
      to: FakeCloud.Seen(
        call: "\(request.method.rawValue) \(parts[0])",
        query: Dictionary(query.map { ($0.name, $0.value) }) { $1 },
        headers: Dictionary(
          request.headers.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { $1 }),
        body: String(buffer: buffer)))
    var headers = HTTPFields()
    for (name, value) in reply.headers {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    return Response(
      status: .init(code: reply.status), headers: headers,
      body: .init(byteBuffer: ByteBuffer(string: reply.body)))
  }
}
