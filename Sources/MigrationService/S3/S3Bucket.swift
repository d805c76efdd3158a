import AsyncHTTPClient
import FoundationEssentials
import Migration
import NIOCore
import NIOHTTP1

/// A bucket, asked without rclone: for what rclone does not show.
struct S3Bucket: Sendable {
  /// Why a bucket does not do what it was asked.
  struct Refused: Error, Equatable {
    /// The HTTP status; 0 when there was no answer.
    let status: UInt
    /// What the store calls the reason, such as `AccessDenied`, if it said.
    var code: String?
    /// The region that the store would have liked to be asked by, if it said.
    var region: String?
  }

  private let address: S3Address
  private let keys: StorageKeys
  private let client: HTTPClient

  /// The bucket of one side of an order; `nil` where that is none that can be asked so.
  init?(_ end: MoveEnd, client: HTTPClient) {
    guard let address = S3Address(end.location.storage), let keys = end.keys else { return nil }
    self.address = address
    self.keys = keys
    self.client = client
  }

  /// What the bucket says to the smallest question there is, asked once: why it refuses, or `nil` when
  /// it does not, or does not answer within `patience`.
  func greet(patience: Duration) async -> Refused? {
    guard
      let answer = try? await answer(
        .GET, address.path, "max-keys=1&prefix=", patience: TimeAmount(patience)),
      !(200..<300).contains(answer.status)
    else { return nil }
    var refused = Refused(status: answer.status)
    for leaf in XMLLeaves(answer.body) {
      if leaf.name == "Code" { refused.code = leaf.text }
      if leaf.name == "Region" { refused.region = leaf.text }
    }
    return refused
  }

  /// Whether the keys may not look at the object with this key, be it there or not; not when that is not
  /// found out within `patience`.
  func forbids(_ key: String, patience: Duration) async -> Bool {
    let answer = try? await answer(.HEAD, path(of: key), "", patience: TimeAmount(patience))
    return answer?.status == 403
  }

  /// Hands the objects whose keys begin with `prefix` to `body`, in pages.
  ///
  /// - Throws: ``Refused``, and what `body` throws.
  func list(_ prefix: String, _ body: ([S3ListPage.Object]) async throws -> Void) async throws {
    var after: String? = ""
    while let marker = after {
      let query =
        "encoding-type=url"
        + (marker.isEmpty ? "" : "&marker=" + PercentEncoding.encoded(marker))
        + "&max-keys=1000" + (prefix.isEmpty ? "" : "&prefix=" + PercentEncoding.encoded(prefix))
      guard let page = S3ListPage(try await send(.GET, "", query: query)) else {
        throw Refused(status: 200)
      }
      try await body(page.objects)
      // A store that goes round in circles is not followed.
      after = page.next.flatMap { marker.utf8.lexicographicallyPrecedes($0.utf8) ? $0 : nil }
    }
  }

  /// Whether there is an object with this key.
  func has(_ key: String) async throws -> Bool {
    do {
      _ = try await send(.HEAD, key)
      return true
    } catch let refused as Refused where refused.status == 404 {
      return false
    }
  }

  /// Makes an object of no bytes.
  func putEmpty(_ key: String) async throws {
    _ = try await send(.PUT, key)
  }

  private func send(_ method: HTTPMethod, _ key: String, query: String = "") async throws -> [UInt8]
  {
    let path = path(of: key)
    var tries = 0
    while true {
      tries += 1
      let status: UInt
      do {
        let answer = try await answer(method, path, query)
        if (200..<300).contains(answer.status) { return answer.body }
        status = answer.status
      } catch let error as CancellationError {
        throw error
      } catch {
        status = 0
      }
      guard status == 0 || status == 429 || status >= 500, tries < 3 else {
        throw Refused(status: status)
      }
      try await Task.sleep(for: .milliseconds(200 << tries))
    }
  }

  private func path(of key: String) -> String {
    let names = key.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    return address.path
      + (key.isEmpty
        ? "" : "/" + names.map { PercentEncoding.encoded(String($0)) }.joined(separator: "/"))
  }

  private func answer(
    _ method: HTTPMethod, _ path: String, _ query: String,
    patience: TimeAmount = .seconds(60)
  ) async throws -> (status: UInt, body: [UInt8]) {
    let target = address.bucket.dropLast(address.path.count) + path
    var request = HTTPClientRequest(url: String(target) + (query.isEmpty ? "" : "?" + query))
    request.method = method
    let signature = S3Signature(
      method.rawValue, path, query: query, at: address, keys: keys, date: Date())
    for header in signature.headers { request.headers.add(name: header.name, value: header.value) }
    if method == .PUT { request.headers.add(name: "Content-Length", value: "0") }
    let answer = try await client.execute(request, timeout: patience)
    let body = try await answer.body.collect(upTo: 1 << 24)
    return (answer.status.code, Array(body.readableBytesView))
  }
}
