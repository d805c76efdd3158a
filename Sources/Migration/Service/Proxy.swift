/// A proxy that calls go through: one of HTTP, by `CONNECT`, or one of SOCKS version 5.
public struct Proxy: Hashable, Sendable, CustomStringConvertible {
  /// How it is spoken to.
  public enum Kind: String, Hashable, Sendable {
    case http, socks5
  }

  /// How it is spoken to.
  public var kind: Kind
  /// Its host, an IPv6 address without brackets.
  public var host: String
  /// Its port.
  public var port: Int
  /// Who asks, for one of HTTP that wants to know.
  public var user: String?
  /// The user's password.
  public var password = Secret("")

  /// Reads `http://[USER:PASSWORD@]HOST[:PORT]`, `socks5://HOST[:PORT]` or `HOST:PORT`.
  ///
  /// `nil` for anything else; the text is never quoted, as there may be a password in it.
  public init?(_ text: String) {
    let parts = text.firstRange(of: "://").map { scheme in
      (text[..<scheme.lowerBound].lowercased(), text[scheme.upperBound...])
    }
    let (scheme, place) = parts ?? ("http", text[...])
    switch scheme {
    case "http": kind = .http
    case "socks5", "socks5h": kind = .socks5
    default: return nil
    }
    let authority = place.prefix { $0 != "/" }
    let address = authority.split(separator: "@", omittingEmptySubsequences: false)
    guard let last = address.last, let host = HostAndPort(last) else { return nil }
    self.host = host.host
    port = host.port ?? (kind == .http ? 80 : 1080)
    guard address.count > 1 else { return }
    guard kind == .http else { return nil }
    let login = address.dropLast().joined(separator: "@")
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { PercentEncoding.decoded(String($0)) }
    user = login.first
    password = Secret(login.count > 1 ? login[1] : "")
  }

  /// The address, without the user.
  public var description: String { "\(kind.rawValue)://\(HostAndPort.text(host)):\(port)" }
}
