import Crypto
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import TestServers

/// A store that speaks S3 as far as one migration needs it, and keeps what it was told with each request.
final class RecordingStore: HTTPResponder {
  typealias Context = BasicRequestContext

  /// What a request was about: `PUT /bucket/key`.
  struct Call: Sendable {
    let line: String
    let headers: HTTPFields

    subscript(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
  }

  private let contents: Mutex<[String: [UInt8]]>
  private let calls = Mutex<[Call]>([])
  /// What nobody may read or list, by paths, be it there or not.
  let forbidden: Mutex<Set<String>>

  /// A store with these objects, by their paths: `/bucket/key`.
  init(_ objects: [String: [UInt8]], forbidden: Set<String> = []) {
    contents = Mutex(objects)
    self.forbidden = Mutex(forbidden)
  }

  /// The calls so far with this method.
  func seen(_ method: String) -> [Call] {
    calls.withLock { $0.filter { $0.line.hasPrefix(method + " ") } }
  }

  /// The objects by their paths.
  var objects: [String: [UInt8]] { contents.withLock { $0 } }

  @concurrent func respond(to request: Request, context: Context) async throws -> Response {
    let path = request.uri.path
    let call = Call(line: "\(request.method) \(path)", headers: request.headers)
    calls.withLock { $0.append(call) }
    guard !forbidden.withLock({ $0.contains(path) }) else { return Self.denied }
    if request.method == .put {
      let body = try await request.body.collect(upTo: 1 << 24)
      contents.withLock { $0[path] = Array(body.readableBytesView) }
      return Response(status: .ok, headers: [.eTag: Self.tag(Array(body.readableBytesView))])
    }
    let isBucket = path.split(separator: "/").count < 2
    if request.method == .get, isBucket { return list(path) }
    guard let object = objects[path] else { return Response(status: .notFound) }
    var headers: HTTPFields = [
      .contentLength: String(object.count), .eTag: Self.tag(object),
      .lastModified: "Wed, 21 Oct 2015 07:28:00 GMT", .contentType: "text/plain",
    ]
    if let color = HTTPField.Name("x-amz-meta-color") { headers[color] = "red" }
    return Response(
      status: .ok, headers: headers,
      body: request.method == .head
        ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: object)))
  }

  private static var denied: Response {
    let text = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"
    return Response(
      status: .forbidden, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private func list(_ bucket: String) -> Response {
    let start = bucket.hasSuffix("/") ? bucket : bucket + "/"
    let entries = objects.filter { $0.key.hasPrefix(start) }.sorted { $0.key < $1.key }.map {
      """
      <Contents><Key>\($0.key.dropFirst(start.count))</Key><Size>\($0.value.count)</Size>\
      <LastModified>2015-10-21T07:28:00.000Z</LastModified><ETag>\(Self.tag($0.value))</ETag>\
      <StorageClass>STANDARD</StorageClass></Contents>
      """
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>b</Name>\
      <IsTruncated>false</IsTruncated>\(entries.joined())</ListBucketResult>
      """
    return Response(
      status: .ok, headers: [.contentType: "application/xml"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  private static func tag(_ bytes: [UInt8]) -> String {
    let digits = Insecure.MD5.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "\"\(digits.joined())\""
  }
}
