import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import OMSWire
import Synchronization

@testable import Migration

@testable import MigrationService

/// A small store that, unlike one over directories, can have folder objects: keys that end in a slash.
///
/// It knows one bucket, `bucket`, and trusts everybody.
final class FolderStore: Sendable {
  /// What requests have to pass before they are answered.
  typealias Requests = any MiddlewareProtocol<Request, Response, BasicRequestContext>

  private let state: Mutex<[String: [UInt8]]>
  private let listsForRcloneOnly: Bool
  private let requests: Requests?

  /// A store with these objects, which may have nobody but rclone list them, and whose requests may
  /// come to grief.
  init(
    _ objects: [String: [UInt8]], listsForRcloneOnly: Bool = false,
    behind requests: Requests? = nil
  ) {
    state = Mutex(objects)
    self.listsForRcloneOnly = listsForRcloneOnly
    self.requests = requests
  }

  /// The objects that it has.
  var objects: [String: [UInt8]] { state.withLock { $0 } }

  /// Runs `body` while the store answers at a port that the kernel picks; `end` is one side of an
  /// order.
  func serve<Value: Sendable>(
    _ body: @escaping @Sendable (_ end: MoveEnd) async throws -> Value
  ) async throws -> Value {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let router = Router()
    if let requests { router.add(middleware: requests) }
    router.get("bucket") { request, _ in self.list(request) }
    router.get("bucket/**") { request, _ in try self.get(request) }
    // A body where none belongs would be taken for the beginning of the next answer.
    router.head("bucket/**") { request, _ in try self.get(request).createHeadResponse() }
    router.put("bucket/**") { request, _ in try await self.put(request) }
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) },
      logger: Logger(label: "store") { _ in SwiftLogNoOpLogHandler() })
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await application.run() }
      defer { group.cancelAll() }
      var iterator = ports.makeAsyncIterator()
      guard let port = await iterator.next() else { throw CancellationError() }
      return try await body(
        try MoveEnd(
          StorageLocation(
            provider: "S3", region: "http://127.0.0.1:\(port)", bucket: "bucket"), as: .source,
          keys: StorageKeys(accessKey: "a", secretKey: Secret("b"))))
    }
  }

  private static func key(_ request: Request) -> String {
    PercentEncoding.decoded(String(request.uri.path.dropFirst("/bucket/".count)))
  }

  private func get(_ request: Request) throws -> Response {
    let key = Self.key(request)
    guard !key.isEmpty else { return list(request) }
    guard let bytes = objects[key] else { throw HTTPError(.notFound) }
    var headers: HTTPFields = [.lastModified: "Wed, 01 Jan 2025 00:00:00 GMT"]
    headers[.contentLength] = String(bytes.count)
    return Response(
      status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func put(_ request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 1 << 20)
    state.withLock { $0[Self.key(request)] = Array(body.readableBytesView) }
    return Response(status: .ok)
  }

  private func list(_ request: Request) -> Response {
    let isRclone = request.headers[.userAgent]?.hasPrefix("rclone") ?? false
    guard isRclone || !listsForRcloneOnly else { return Response(status: .forbidden) }
    let query = Dictionary(
      PercentEncoding.items(ofRawQuery: request.uri.query ?? "").map { ($0.name, $0.value) },
      uniquingKeysWith: { one, _ in one })
    let prefix = query["prefix"] ?? ""
    let names = objects.keys.filter { $0.hasPrefix(prefix) && $0 > query["marker"] ?? "" }.sorted()
    var folders = Set<String>()
    var rows = ""
    for name in names {
      if query["delimiter"] == "/", let end = name.dropFirst(prefix.count).firstIndex(of: "/") {
        folders.insert(String(name[...end]))
        continue
      }
      rows += "<Contents><Key>\(name)</Key><LastModified>2025-01-01T00:00:00.000Z</LastModified>"
      rows += "<Size>\(objects[name]?.count ?? 0)</Size></Contents>"
    }
    rows += folders.sorted().map { "<CommonPrefixes><Prefix>\($0)</Prefix></CommonPrefixes>" }
      .joined()
    let text =
      "<?xml version=\"1.0\"?><ListBucketResult><Name>bucket</Name><Prefix>\(prefix)</Prefix>"
      + "<IsTruncated>false</IsTruncated>\(rows)</ListBucketResult>"
    return Response(
      status: .ok, headers: [.contentType: "application/xml"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
