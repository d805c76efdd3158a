/// Where a service listens: an `http` or `https` address, or a Unix socket.
public struct Endpoint: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// How it is reached.
  public enum Place: Equatable, Hashable, Sendable {
    /// Over TCP: scheme, host as in the `Host` header with its port, and a path without a slash at
    /// its end.
    case web(scheme: String, authority: String, path: String)
    /// Over a Unix socket at this path.
    case socket(path: String)
  }

  /// How it is reached.
  public let place: Place
  /// Whether secrets may be sent to it although others could read them on the way.
  public var isTrusted = false
  /// How it is reached, unless it is a Unix socket.
  public var way = NetworkWay()

  /// The endpoint at a Unix socket.
  public init(socket path: String) {
    place = .socket(path: path)
  }

  /// Reads `https://HOST[:PORT][/PATH]`, `http://…` or `unix:///PATH`.
  ///
  /// - Throws: ``ConfigurationError`` when `text` is none of these.
  public init(_ text: String) throws(ConfigurationError) {
    if text.hasPrefix("unix://"), text.utf8.count > 8 {
      place = .socket(path: String(text.dropFirst(7)))
      return
    }
    for scheme in ["https", "http"] where text.lowercased().hasPrefix(scheme + "://") {
      let rest = text.dropFirst(scheme.count + 3)
      let authority = rest.prefix { $0 != "/" }
      let path = rest.dropFirst(authority.count)
      guard HostAndPort(authority) != nil, !path.contains("?"), !path.contains("#") else { break }
      place = .web(
        scheme: scheme, authority: String(authority).lowercased(),
        path: path.last == "/" ? String(path.dropLast()) : String(path))
      return
    }
    throw .endpoint(Quoted(text))
  }

  /// The value of the `Host` header.
  public var host: String {
    switch place {
    case .web(let scheme, let authority, _):
      // HTTP libraries leave the scheme's own port out, and what is sent has to be signed.
      let ownPort = scheme == "https" ? ":443" : ":80"
      return authority.hasSuffix(ownPort) ? String(authority.dropLast(ownPort.count)) : authority
    case .socket: return "localhost"
    }
  }

  /// The path that comes before every path of the API.
  public var basePath: String {
    switch place {
    case .web(_, _, let path): path
    case .socket: ""
    }
  }

  /// The address as ``init(_:)`` reads it.
  public var description: String {
    switch place {
    case .web(let scheme, let authority, let path): "\(scheme)://\(authority)\(path)"
    case .socket(let path): "unix://\(path)"
    }
  }

  /// Whether it is a Unix socket, which is for its owner alone.
  public var isSocket: Bool {
    switch place {
    case .web: false
    case .socket: true
    }
  }
}
