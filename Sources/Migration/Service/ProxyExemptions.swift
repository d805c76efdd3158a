/// Hosts that are not asked through a proxy, as `NO_PROXY` lists them.
///
/// `example.com` and `.example.com` mean the host and all below it, `10.0.0.0/8` the addresses of a
/// network, `host:8080` one port, and `*` everything. This machine is never asked through a proxy.
package struct ProxyExemptions: Hashable, Sendable {
  private let entries: [String]

  /// The hosts of a list with commas or blanks between them.
  package init(_ list: String) {
    entries = list.lowercased().split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  /// Whether `place` is asked straight away.
  ///
  /// - Parameters:
  ///   - place: The host, and its port if the address has one.
  ///   - usualPort: The port that is meant otherwise.
  /// - Returns: Whether it is.
  package func contains(_ place: HostAndPort, usualPort: Int) -> Bool {
    let port = place.port ?? usualPort
    return place.isThisMachine
      || entries.contains { Self.matches($0, place.host, port) }
  }

  private static func matches(_ entry: String, _ host: String, _ port: Int) -> Bool {
    if entry == "*" { return true }
    if let network = IPv4.Network(entry) { return IPv4(host).map(network.contains) ?? false }
    // An IPv6 address may stand without its brackets.
    if entry == host { return true }
    guard let place = HostAndPort(entry), place.port ?? port == port else { return false }
    let name = place.host.drop { $0 == "*" || $0 == "." }
    return !name.isEmpty && (host == name || host.hasSuffix(".\(name)"))
  }
}
