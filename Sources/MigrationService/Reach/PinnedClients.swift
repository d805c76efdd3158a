import AsyncHTTPClient
import NIOCore
import Synchronization

/// A client whose connections to one host go to one address, and nowhere else.
///
/// It ends when nobody holds it any more.
final class PinnedClient: Sendable {
  let client: HTTPClient

  /// A client on the threads of `other`.
  init(_ host: String, at address: NetworkAddress, beside other: HTTPClient) {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(15), read: .minutes(5)))
    // A host that is an address is looked up as it is written in an address.
    configuration.dnsOverride = [host: address.text, "[\(host)]": address.text]
    client = HTTPClient(eventLoopGroup: other.eventLoopGroup, configuration: configuration)
  }

  deinit { client.shutdown { _ in } }
}

/// The clients that were used last, so that many requests to one host share their connections.
final class PinnedClients: Sendable {
  private struct Place: Equatable {
    let host: String
    let address: NetworkAddress
  }

  private let kept = Mutex<[(place: Place, client: PinnedClient)]>([])
  private let other: HTTPClient

  /// More hosts than most lists have.
  private static let most = 16

  /// None yet.
  init(beside other: HTTPClient) {
    self.other = other
  }

  /// The client for a host at an address.
  func client(for host: String, at address: NetworkAddress) -> PinnedClient {
    let place = Place(host: host, address: address)
    return kept.withLock { kept in
      let known = kept.firstIndex { $0.place == place }.map { kept.remove(at: $0).client }
      let client = known ?? PinnedClient(host, at: address, beside: other)
      kept.append((place, client))
      if kept.count > Self.most { kept.removeFirst() }
      return client
    }
  }
}
