import TestSupport
import FoundationEssentials
import HTTPTypes
import Hummingbird
import TestServers
import NIOCore

@testable import Migration

@testable import MigrationService

/// A ``V2Service`` behind HTTP on loopback, for callers who sign with one known key.
struct V2Server {
  /// The key that opens it, and its project.
  static let key = AccessKey(
    keys: StorageKeys(accessKey: "SERVICE-KEY", secretKey: Secret("service-secret")),
    project: "project-x")

  /// Serves while `body` runs, which gets the address.
  static func serving<Value: Sendable>(
    _ service: V2Service, _ body: @Sendable @escaping (String) async throws -> Value
  ) async throws -> Value {
    try await LoopbackServer.serving(V2Responder(service: service)) {
      try await body($0.description)
    }
  }
}

/// Checks who asks, keeps what was asked, and has the service answer.
private struct V2Responder: HTTPResponder {
  typealias Context = BasicRequestContext

  let service: V2Service
  private let verifier = SignatureVerifier(keys: [V2Server.key])

  init(service: V2Service) { self.service = service }

  func respond(to request: Request, context: Context) async throws -> Response {
    let body = Array(try await request.body.collect(upTo: 1 << 20).readableBytesView)
    let target = request.head.path ?? "/"
    let halves = target.split(separator: "?", maxSplits: 1)
    let path = String(halves.first ?? "/")
    let items = PercentEncoding.items(ofRawQuery: halves.count > 1 ? halves[1] : "")
    let headers =
      [(name: "host", value: request.head.authority ?? "")]
      + request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
    let parts = parts(of: path)
    let place = parts.map { $0.isEmpty ? "/" : $0.joined(separator: "/") } ?? path
    let seen = V2Service.Seen(
      call: "\(request.method.rawValue) \(place)",
      query: Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
      headers: Dictionary(headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
      body: try? JSONDecoder().decode(JSON.self, from: Data(body)))
    await service.remember(seen)
    do throws(ServiceError) {
      _ = try verifier.project(
        of: SignatureVerifier.SignedRequest(
          method: request.method.rawValue, target: target, headers: headers, body: body))
    } catch {
      let refusal = V2Service.Refusal(
        code: error.code, message: error.message, status: error.status)
      return response(try refusal.reply)
    }
    guard let parts else { return response(try V2Service.Refusal.noSuchPath.reply) }
    let order = V2Service.Order(
      method: request.method.rawValue, query: seen.query, body: body, json: seen.body)
    await service.admit(order)
    return response(try await service.reply(to: order, at: parts))
  }

  /// What is below the project in `path`; nothing for the service itself, `nil` for elsewhere.
  private func parts(of path: String) -> [String]? {
    let parts = path.split(separator: "/").map(String.init)
    if parts.isEmpty { return [] }
    guard parts.count > 2, parts.starts(with: ["v2", V2Server.key.project]) else { return nil }
    return Array(parts.dropFirst(2))
  }

  private func response(_ reply: V2Service.Reply) -> Response {
    Response(
      status: .init(code: reply.status), headers: [.contentType: "application/json;charset=UTF-8"],
      body: .init(byteBuffer: ByteBuffer(bytes: reply.body)))
  }
}
