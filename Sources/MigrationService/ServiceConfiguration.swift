package import Logging
package import Migration
package import SystemPackage

/// How a local service is set up.
package struct ServiceConfiguration: Sendable {
  /// An address for other programs, where every request must be signed.
  package struct Listener: Sendable {
    /// The host's name or address; other than loopback it needs ``tls``.
    package var host: String
    /// The port; 0 lets the kernel pick one.
    package var port: Int
    /// Who may call; at least one key.
    package var accessKeys: [AccessKey]
    /// The certificate chain and its key, as PEM files; `nil` means plain HTTP.
    package var tls: (certificate: FilePath, key: FilePath)?

    /// An address.
    package init(
      host: String, port: Int, accessKeys: [AccessKey],
      tls: (certificate: FilePath, key: FilePath)? = nil
    ) {
      self.host = host
      self.port = port
      self.accessKeys = accessKeys
      self.tls = tls
    }
  }

  /// Where `service.db` and the mover's papers lie; made with mode 0700.
  package var stateDirectory: FilePath
  /// The Unix socket, for this user alone; its directory is made with mode 0700.
  package var socket: FilePath
  /// An address beside the socket, or `nil`.
  package var listener: Listener?
  /// The directories that callers of ``listener`` may name as `Local`; those of the socket may name
  /// any.
  package var localRoots: [FilePath]
  /// The remotes of the owner's rclone configuration that callers of ``listener`` may name; those of
  /// the socket may name any.
  package var rcloneRemotes: [String]
  /// The hosts and networks beside the public internet that callers of ``listener`` may have the
  /// addresses of lists lead to; those of the socket may have any.
  package var urlHosts: [String]
  /// Where the ends of tasks are posted to that are to be told; `nil` when none can be.
  package var webhook: WebhookAddress?
  /// The limits that tasks are held to.
  package var engine: EngineSettings
  /// Where to report what happens; no key gets there.
  package var log: Logger

  /// A service on a Unix socket.
  package init(
    stateDirectory: FilePath, socket: FilePath, listener: Listener? = nil,
    localRoots: [FilePath] = [], rcloneRemotes: [String] = [], urlHosts: [String] = [],
    webhook: WebhookAddress? = nil,
    engine: EngineSettings = EngineSettings(), log: Logger
  ) {
    self.stateDirectory = stateDirectory
    self.socket = socket
    self.listener = listener
    self.localRoots = localRoots
    self.rcloneRemotes = rcloneRemotes
    self.urlHosts = urlHosts
    self.webhook = webhook
    self.engine = engine
    self.log = log
  }
}

/// Where a service can be reached.
package struct ServiceAddresses: Equatable, Sendable {
  /// The Unix socket.
  package var socket: FilePath
  /// The port of the listener, or `nil` when there is none.
  package var port: Int?
}

/// A configuration that cannot be used.
package enum ServiceProblem: Error, Equatable, CustomStringConvertible {
  /// Others could read the traffic.
  case needsTLS(host: String)
  /// Nobody could call.
  case needsAccessKeys
  /// The path does not fit into a socket's address.
  case socketPathTooLong(String)
  /// There is no certificate chain (PEM) in the file.
  case noCertificate(path: String)
  /// There is no private key (PEM) in the file, or not that of the certificate.
  case noKey(path: String, certificate: String)
  /// There is something at the socket's path that is no socket.
  case notASocket(String)
  /// What callers are to be allowed is neither a host nor a network.
  case noHost(String)
  /// A file cannot be made that says who uses the ones beside it.
  case noFile(path: String, reason: Errno)

  package var description: String {
    switch self {
    case .needsTLS(let host):
      "\(host) is not a loopback address; it needs a TLS certificate and key"
    case .needsAccessKeys: "an address to listen on needs a file of access keys"
    case .socketPathTooLong(let path):
      "\(path) is too long for a Unix socket; at most 107 bytes fit"
    case .noCertificate(let path): "\(path) has no certificate in it that can be used; give PEM"
    case .noKey(let path, let certificate):
      "\(path) has no private key in it that fits \(certificate); give PEM"
    case .notASocket(let path): "\(path) is there and is no socket; move it away"
    case .noHost(let text):
      "\(text) is no host and no network that callers could be allowed; give a name, an address, or a "
        + "network such as 10.0.0.0/8"
    case .noFile(let path, let reason):
      "\(path) cannot be made: \(String(describing: reason).lowercased())"
    }
  }
}
