import FoundationEssentials
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import Migration
import NIOCore
import NIOSSL
import PrivateFiles
import ServiceLifecycle
import Synchronization
import SystemPackage

/// The local migration service: OMS's API on a Unix socket and, if asked for, on TCP.
package struct LocalService: Service {
  private let configuration: ServiceConfiguration
  private let mover: any Mover
  private let listing: any StorageListing
  private let moverTrouble: @Sendable () async -> String?
  private let onReady: @Sendable (ServiceAddresses) async -> Void

  /// A service that does not run yet.
  ///
  /// - Parameters:
  ///   - configuration: How it is set up.
  ///   - mover: What moves the objects.
  ///   - listing: What looks into buckets.
  ///   - moverTrouble: Why the mover cannot be used, as a sentence, or `nil` when it can.
  ///   - onReady: Called once, when all addresses answer.
  package init(
    _ configuration: ServiceConfiguration, mover: any Mover, listing: any StorageListing,
    moverTrouble: @escaping @Sendable () async -> String? = { nil },
    onReady: @escaping @Sendable (ServiceAddresses) async -> Void = { _ in }
  ) {
    self.configuration = configuration
    self.mover = mover
    self.listing = listing
    self.moverTrouble = moverTrouble
    self.onReady = onReady
  }

  /// Runs until a graceful shutdown or a cancellation; running tasks go on at the next start.
  ///
  /// - Throws: ``InstanceLock/Taken``, ``ServiceProblem``, ``StoreProblem``, or what the system says
  ///   about a file or an address.
  package func run() async throws {
    try configuration.check()
    let state = configuration.stateDirectory
    try PrivateFiles.makeDirectory(state)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: state.string)
    let stateLock = try InstanceLock(state.appending("service.lock"))
    let socket = try SocketFile(configuration.socket)
    defer { socket.remove() }

    let bounds = Bounds(
      roots: configuration.localRoots, remotes: configuration.rcloneRemotes,
      hosts: configuration.urlHosts)
    let engine = try TaskEngine(
      store: try TaskStore(directory: state), mover: mover,
      directory: TaskDirectories.parent(in: state),
      settings: configuration.engine, confinement: bounds,
      poster: configuration.webhook.map { NoticePoster($0) }, log: configuration.log)
    let routes = ServiceRoutes(
      engine: engine, listing: listing, moverTrouble: moverTrouble)
    let ready = Readiness(
      socket: configuration.socket, servers: configuration.listener == nil ? 1 : 2,
      onReady: onReady)

    // In this order they start and in the other one they end: what moves objects is ended first of
    // all, and then no client keeps the service, whatever it leaves unsaid.
    var services: [any Service] = []
    services.append(
      server(
        routes.router(.owner, bounds: .anywhere),
        at: .unixDomainSocket(path: configuration.socket.string)
      ) { _ in
        socket.protect(log: configuration.log)
        await ready.note(port: nil)
      })
    if let listener = configuration.listener {
      let verifier = SignatureVerifier(keys: listener.accessKeys)
      services.append(
        server(
          routes.router(
            .signed(verifier), bounds: bounds,
            isReachedFromElsewhere: !HostAndPort.isThisMachine(listener.host)),
          at: .hostname(listener.host, port: listener.port), try listener.builder()
        ) { channel in
          await ready.note(port: channel.localAddress?.port)
        })
    }
    services.append(engine)
    var group = ServiceGroupConfiguration(services: services, logger: configuration.log)
    group.maximumGracefulShutdownDuration = .seconds(8)
    try await ServiceGroup(configuration: group).run()
    withExtendedLifetime(stateLock) {}
  }

  private func server(
    _ router: Router<ServiceContext>, at address: BindAddress,
    _ builder: HTTPServerBuilder = .plain,
    onRunning: @escaping @Sendable (any Channel) async -> Void
  ) -> some Service {
    Application(
      router: router, server: builder,
      configuration: ApplicationConfiguration(address: address, serverName: "ferry"),
      onServerRunning: onRunning, logger: configuration.log)
  }
}

extension HTTPServerBuilder {
  /// HTTP without TLS; a connection that says nothing for two minutes is closed.
  static var plain: HTTPServerBuilder {
    HTTPServerBuilder { responder in
      PinnedChannel(
        HTTP1Channel(
          responder: responder,
          configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(120))))
    }
  }
}

extension ServiceConfiguration.Listener {
  fileprivate func builder() throws(ServiceProblem) -> HTTPServerBuilder {
    guard let tls else { return .plain }
    let chain = (try? NIOSSLCertificate.fromPEMFile(tls.certificate.string)) ?? []
    guard !chain.isEmpty else { throw .noCertificate(path: tls.certificate.string) }
    do {
      let key = try NIOSSLPrivateKey(file: tls.key.string, format: .pem)
      let configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      // Whether both fit together shows only when they are used.
      _ = try NIOSSLContext(configuration: configuration)
      return try .tls(.plain, tlsConfiguration: configuration)
    } catch {
      throw .noKey(path: tls.key.string, certificate: tls.certificate.string)
    }
  }
}

/// Waits until every server answers, and then says where.
private final class Readiness: Sendable {
  private let state: Mutex<(missing: Int, addresses: ServiceAddresses)>
  private let onReady: @Sendable (ServiceAddresses) async -> Void

  init(
    socket: FilePath, servers: Int, onReady: @escaping @Sendable (ServiceAddresses) async -> Void
  ) {
    state = Mutex((servers, ServiceAddresses(socket: socket)))
    self.onReady = onReady
  }

  func note(port: Int?) async {
    let addresses = state.withLock { state in
      state.missing -= 1
      if let port { state.addresses.port = port }
      return state.missing == 0 ? state.addresses : nil
    }
    if let addresses { await onReady(addresses) }
  }
}
