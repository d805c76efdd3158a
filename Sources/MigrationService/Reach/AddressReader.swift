import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Asks servers for what lies at addresses, over redirects.
///
/// Within bounds the host of each request, the first one and that of every redirect, is looked up once and
/// judged, and the connection goes to an address that was judged: what a name stands for a moment later
/// is not asked again.
struct AddressReader: Sendable {
  /// An answer of which the body may still be on its way.
  struct Answer: Sendable {
    /// The answer.
    let response: HTTPClientResponse
    /// What it comes over, to be kept as long as it is read.
    fileprivate let client: PinnedClient?
  }

  /// Where requests may go; `nil` means anywhere.
  let hosts: HostBounds?
  private let client: HTTPClient
  private let pinned: PinnedClients
  private let resolver: HostResolver

  private static let mostRedirects = 10
  private static let patience = TimeAmount.seconds(60)

  /// A reader that sends with `client`, or beside it where there are bounds.
  init(_ client: HTTPClient, within hosts: HostBounds?, resolver: HostResolver = .system) {
    self.client = client
    self.hosts = hosts
    self.resolver = resolver
    pinned = PinnedClients(beside: client)
  }

  /// Sends a request, and again to where it is sent.
  ///
  /// - Parameters:
  ///   - method: `HEAD` or `GET`.
  ///   - address: The address.
  ///   - range: Which bytes, as HTTP writes it; `nil` means all.
  /// - Returns: The answer that leads nowhere else, whatever its status.
  /// - Throws: ``AddressRefusal`` where nothing may be read, `CancellationError`, or what the network says.
  func send(
    _ method: HTTPMethod, _ address: String, range: String? = nil
  ) async throws -> Answer {
    func request(_ address: String) -> HTTPClientRequest {
      var request = HTTPClientRequest(url: address)
      request.method = method
      if let range { request.headers.add(name: "Range", value: range) }
      return request
    }
    guard let hosts else {
      let response = try await client.execute(request(address), timeout: Self.patience)
      return Answer(response: response, client: nil)
    }
    guard var place = HTTPAddress(address) else { throw Self.unreadable }
    for _ in 0...Self.mostRedirects {
      let answer = try await send(request(place.text), to: place.host, within: hosts)
      guard (300..<400).contains(answer.response.status.code),
        let location = answer.response.headers.first(name: "Location")
      else { return answer }
      guard let next = place.following(location) else { throw Self.unreadable }
      place = next
    }
    throw AddressRefusal.endless
  }

  private static let unreadable = AddressRefusal(
    reason: "The address, or one that it leads to, names no host that is clear to everybody.")

  private func send(
    _ request: HTTPClientRequest, to host: String, within hosts: HostBounds
  ) async throws -> Answer {
    let found = await resolver.addresses(host)
    let addresses = try hosts.judged(host, at: found, own: resolver.own())
    var trouble: any Error = AddressRefusal(
      reason: "Nobody knows the host “\(host)”.", isPassing: true)
    let some = addresses.prefix(4)
    for address in some {
      let pinned = pinned.client(for: host, at: address)
      do {
        let response = try await pinned.client.execute(
          request, timeout: .nanoseconds(Self.patience.nanoseconds / Int64(some.count)))
        return Answer(response: response, client: pinned)
      } catch {
        try Task.checkCancellation()
        trouble = error
      }
    }
    throw trouble
  }
}
