import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOFoundationEssentialsCompat
import NIOHTTP1

/// The control socket of a running rclone.
struct RcloneControl {
  private let client: HTTPClient
  private let address: String

  /// The control at the socket `path`.
  init(_ path: String, client: HTTPClient) {
    self.client = client
    address = "http+unix://\(path.replacing("/", with: "%2F"))"
  }

  /// What rclone does now, or `nil` when it does not answer.
  func activity() async -> RcloneActivity? {
    guard let answer = await call("core/stats", "{}") else { return nil }
    return try? JSONDecoder().decode(RcloneActivity.self, from: answer)
  }

  /// Changes the bandwidth limit, bytes a second; `nil` removes it.
  ///
  /// - Returns: Whether rclone has taken it.
  func limit(_ bytesPerSecond: Int64?) async -> Bool {
    let rate = bytesPerSecond.map { "\(max(1, $0))B" } ?? "off"
    return await call("core/bwlimit", #"{"rate":"\#(rate)"}"#) != nil
  }

  private func call(_ command: String, _ body: String) async -> Data? {
    var request = HTTPClientRequest(url: "\(address)/\(command)")
    request.method = .POST
    // The client leaves it out for sockets, and rclone insists on it.
    request.headers.add(name: "Host", value: "localhost")
    request.headers.add(name: "Content-Type", value: "application/json")
    request.body = .bytes(ByteBuffer(string: body))
    guard let answer = try? await client.execute(request, timeout: .seconds(1)),
      answer.status == .ok, let bytes = try? await answer.body.collect(upTo: 1 << 20)
    else { return nil }
    return Data(buffer: bytes)
  }
}

/// What rclone says about itself.
struct RcloneActivity: Equatable, Decodable {
  /// An object under way.
  struct Transfer: Equatable, Decodable {
    /// In rclone's spelling.
    var name: String
    /// How much of it has been sent.
    var bytes: Int64?
  }

  /// The bytes that have been sent, failed attempts included.
  var bytes: Int64
  /// Objects compared with the destination.
  var checks: Int64
  /// Entries of either side that have been listed.
  var listed: Int64?
  /// Objects under way.
  var transferring: [Transfer]?
}
