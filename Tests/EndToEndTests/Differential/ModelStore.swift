import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import TestServers

@testable import Migration

/// A store that speaks S3 and keeps every key as it is, as a real one does and one over directories
/// cannot: `a//b`, `.`, `..`, a slash at either end.
///
/// It has one bucket, `bucket`, and trusts everybody.
final class ModelStore: HTTPResponder {
  typealias Context = BasicRequestContext

  // Bytes, as two texts that differ in their bytes may be one and the same to Swift.
  private let state: Mutex<[[UInt8]: [UInt8]]>

  /// A store with these objects.
  init(_ objects: [[UInt8]: [UInt8]] = [:]) {
    state = Mutex(objects)
  }

  /// The objects that it has.
  var objects: [[UInt8]: [UInt8]] { state.withLock { $0 } }

  func respond(to request: Request, context: Context) async throws -> Response {
    let body = try await request.body.collect(upTo: 1 << 22)
    let halves = (request.head.path ?? "/").split(separator: "?", maxSplits: 1)
    let items = PercentEncoding.items(ofRawQuery: halves.count > 1 ? halves[1] : "")
    let query = Dictionary(items.map { ($0.name, $0.value) }) { $1 }
    let path = String((halves.first ?? "").dropFirst("/bucket/".count))
    let key = Array(PercentEncoding.decoded(path).utf8)
    guard !key.isEmpty else { return list(query) }
    switch request.method {
    case .put:
      state.withLock { $0[key] = Array(body.readableBytesView) }
      return Response(status: .ok)
    case .get, .head:
      guard let bytes = objects[key] else { return Response(status: .notFound) }
      let isHead = request.method == .head
      return Response(
        status: .ok, headers: [.lastModified: "Wed, 01 Jan 2025 00:00:00 GMT"],
        body: ResponseBody(contentLength: bytes.count) { writer in
          if !isHead { try await writer.write(ByteBuffer(bytes: bytes)) }
          try await writer.finish(nil)
        })
    default: return Response(status: .methodNotAllowed)
    }
  }

  /// A list in one page, keys and folders in the order of their bytes.
  private func list(_ query: [String: String]) -> Response {
    let isURL = query["encoding-type"] == "url"
    func encoded(_ key: [UInt8]) -> String { Self.encoded(key, isURL: isURL) }
    let prefix = Array((query["prefix"] ?? "").utf8)
    var folders: [[UInt8]] = []
    var rows = ""
    for (key, bytes) in objects.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where key.starts(with: prefix) {
      let rest = key.dropFirst(prefix.count)
      if query["delimiter"] == "/", let end = rest.firstIndex(of: UInt8(ascii: "/")) {
        let folder = Array(key[...end])
        if folders.last != folder { folders.append(folder) }
        continue
      }
      rows += """
        <Contents><Key>\(encoded(key))</Key><Size>\(bytes.count)</Size>\
        <LastModified>2025-01-01T00:00:00.000Z</LastModified></Contents>
        """
    }
    for folder in folders {
      rows += "<CommonPrefixes><Prefix>\(encoded(folder))</Prefix></CommonPrefixes>"
    }
    let text = """
      <?xml version="1.0"?><ListBucketResult><Name>bucket</Name>\
      <Prefix>\(encoded(prefix))</Prefix><IsTruncated>false</IsTruncated>\
      \(isURL ? "<EncodingType>url</EncodingType>" : "")\(rows)</ListBucketResult>
      """
    return Response(
      status: .ok, headers: [.contentType: "application/xml"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  private static func encoded(_ key: [UInt8], isURL: Bool) -> String {
    let text = String(decoding: key, as: UTF8.self)
    guard !isURL else { return PercentEncoding.encoded(text) }
    return text.unicodeScalars.reduce(into: "") { $0 += "&#\($1.value);" }
  }
}
