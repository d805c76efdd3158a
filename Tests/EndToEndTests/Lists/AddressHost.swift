import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import TestServers

/// A web server with objects behind addresses of every kind.
final class AddressHost: HTTPResponder {
  typealias Context = BasicRequestContext

  /// What was asked for, as `GET /plain/1 bytes=5-`.
  private let calls = Mutex<[String]>([])
  /// How often addresses below `/later` are still broken.
  let broken = Mutex(Int.max)

  /// What is at an address.
  static func content(_ path: String) -> [UInt8] {
    let name = path.split(separator: "/").last ?? ""
    return Array(String(repeating: "what is at \(name); ", count: 2000).utf8)
  }

  /// Everything that was asked for.
  var seen: [String] { calls.withLock { $0 } }

  @concurrent func respond(to request: Request, context: Context) async throws -> Response {
    let path = request.uri.path
    let range = request.headers[.range] ?? ""
    let line = "\(request.method) \(path) \(range)"
    let isFirst = calls.withLock { calls in
      calls.append(line)
      return calls.count { $0 == line } == 1
    }
    switch path.split(separator: "/").first {
    case "plain": return Self.object(path, request.method, range)
    // A signature for a GET is none for a HEAD.
    case "signed" where request.method == .head: return Response(status: .forbidden)
    case "signed": return Self.object(path, request.method, range)
    case "moved":
      return Response(
        status: .movedPermanently, headers: [.location: path.replacing("/moved", with: "/hop")])
    case "hop":
      return Response(
        status: .temporaryRedirect, headers: [.location: path.replacing("/hop", with: "/plain")])
    case "torn" where request.method == .get && range.isEmpty && isFirst: return Self.torn(path)
    case "torn": return Self.object(path, request.method, range)
    case "later" where request.method == .head || broken.withLock({ $0 }) == 0:
      return Self.object(path, request.method, range)
    case "later": return Response(status: .internalServerError)
    case "endless": return Self.unmeasured(path, request.method)
    case "loop": return Response(status: .found, headers: [.location: path])
    case "closed": return Response(status: .forbidden)
    case "away": return Self.elsewhere(path)
    // It seems to be an object until it is read.
    case "late" where request.method == .head: return Self.object(path, request.method, range)
    case "late": return Self.elsewhere(path)
    case "gone": return Response(status: .gone)
    default: return Response(status: .notFound)
    }
  }

  /// Sends whoever asks to what stands behind the first part of a path, an address.
  private static func elsewhere(_ path: String) -> Response {
    let address = path.split(separator: "/").dropFirst().joined(separator: "/")
    return Response(status: .found, headers: [.location: "http://\(address)"])
  }

  private static func object(
    _ path: String, _ method: HTTPRequest.Method, _ range: String
  ) -> Response {
    let content = content(path)
    let bounds = range.dropFirst("bytes=".count).split(
      separator: "-", omittingEmptySubsequences: false)
    let first = bounds.first.flatMap { Int($0) } ?? 0
    let last = bounds.last.flatMap { Int($0) } ?? content.count - 1
    let part = content[first...min(last, content.count - 1)]
    var headers: HTTPFields = [
      .contentLength: String(part.count), .lastModified: "Wed, 21 Oct 2015 07:28:00 GMT",
      .acceptRanges: "bytes",
    ]
    if !range.isEmpty {
      headers[.contentRange] = "bytes \(first)-\(first + part.count - 1)/\(content.count)"
    }
    return Response(
      status: range.isEmpty ? .ok : .partialContent, headers: headers,
      body: method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: part)))
  }

  /// An object whose size is not said.
  private static func unmeasured(_ path: String, _ method: HTTPRequest.Method) -> Response {
    var response = Response(
      status: .ok,
      body: ResponseBody { writer in
        if method != .head { try await writer.write(ByteBuffer(bytes: content(path))) }
        try await writer.finish(nil)
      })
    response.headers[.contentLength] = nil
    return response
  }

  /// The first half, and then the end of the connection.
  private static func torn(_ path: String) -> Response {
    let content = content(path)
    return Response(
      status: .ok,
      headers: [
        .contentLength: String(content.count), .lastModified: "Wed, 21 Oct 2015 07:28:00 GMT",
      ],
      body: ResponseBody { writer in
        try await writer.write(ByteBuffer(bytes: content.prefix(content.count / 2)))
        throw CancellationError()
      })
  }
}
