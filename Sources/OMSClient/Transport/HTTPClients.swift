import AsyncHTTPClient
import FoundationEssentials
import Migration
import NIOCore
import NIOSSL
import Synchronization

/// The HTTP clients of the process, one for each way to services.
///
/// Connections are shared by everything in the process and end with it.
enum HTTPClients {
  private static let clients = Mutex<[NetworkWay: HTTPClient]>([:])

  /// The client for `way`.
  ///
  /// - Throws: `CallFault` when its authorities cannot be read.
  static func client(for way: NetworkWay) throws(CallFault) -> HTTPClient {
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
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    // Somebody else may have been faster; a client that is not used has to be told so.
    let first = clients.withLock { clients in
      if let first = clients[way] { return first }
      clients[way] = client
      return client
    }
    if first !== client { client.shutdown { _ in } }
    return first
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
