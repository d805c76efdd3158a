import AsyncHTTPClient
import FoundationEssentials
import Migration
import NIOCore
import NIOSSL
import Synchronization

/// The HTTP clients of the process, one for each way to services.
///
/// Connections are shared by everything in the process and end with it, or once one of them was found
/// to be silent.
enum HTTPClients {
  private static let clients = Mutex<[NetworkWay: PooledClient]>([:])

  /// The client for `way`.
  ///
  /// - Throws: `CallFault` when its authorities cannot be read.
  static func client(for way: NetworkWay) throws(CallFault) -> PooledClient {
    if let client = clients.withLock({ $0[way] }) { return client }
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .seconds(10), read: .seconds(30)),
      proxy: way.proxy.map(HTTPClient.Configuration.Proxy.init),
      decompression: .disabled)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4
    if way.authorities != Authorities() {
      configuration.tlsConfiguration = try trusting(way.authorities)
    }
    let client = PooledClient(configuration)
    // Somebody else may have been faster.
    return clients.withLock { clients in
      if let first = clients[way] { return first }
      clients[way] = client
      return client
    }
  }

  /// Has the next calls of `way` open connections of their own, after a call by `client` got no answer.
  ///
  /// A link that went away takes all connections along, and none of them says so.
  static func distrust(_ client: PooledClient, for way: NetworkWay) {
    clients.withLock { clients in
      if clients[way] === client { clients[way] = nil }
    }
  }

  private static func trusting(_ authorities: Authorities) throws(CallFault) -> TLSConfiguration {
    var certificates: [NIOSSLCertificate] = []
    for source in authorities.sources { certificates += try Self.certificates(of: source) }
    var configuration = TLSConfiguration.makeClientConfiguration()
    if authorities.includesSystem {
      configuration.additionalTrustRoots = [.certificates(certificates)]
    } else {
      configuration.trustRoots = .certificates(certificates)
    }
    return configuration
  }

  private static func certificates(
    of source: Authorities.Source
  ) throws(CallFault) -> [NIOSSLCertificate] {
    do {
      if let names = try? FileManager.default.contentsOfDirectory(atPath: source.path) {
        // A folder of certificates may have other files in it.
        return names.flatMap { name in
          (try? NIOSSLCertificate.fromPEMFile("\(source.path)/\(name)")) ?? []
        }
      }
      return try NIOSSLCertificate.fromPEMFile(source.path)
    } catch {
      let isThere = FileManager.default.fileExists(atPath: source.path)
      throw .authorities(source, isThere: isThere)
    }
  }
}

/// An HTTP client that closes its connections when nobody has a call under way on them and nobody will.
final class PooledClient: Sendable {
  let http: HTTPClient

  init(_ configuration: HTTPClient.Configuration) {
    http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  deinit { http.shutdown { _ in } }
}

extension HTTPClient.Configuration.Proxy {
  fileprivate init(_ proxy: Proxy) {
    switch proxy.kind {
    case .socks5: self = .socksServer(host: proxy.host, port: proxy.port)
    case .http:
      let login = proxy.user.map { user in
        HTTPClient.Authorization.basic(username: user, password: proxy.password.reveal())
      }
      self = .server(host: proxy.host, port: proxy.port, authorization: login)
    }
  }
}
