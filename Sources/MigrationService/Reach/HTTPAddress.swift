import FoundationEssentials
import Migration

/// An address of `http` or `https` that everybody reads alike: who is spoken to is the host that was
/// judged, whatever else another reader might see in it.
struct HTTPAddress: Equatable, Sendable {
  /// Whether it is `https`.
  let isSecure: Bool
  /// The name or the address, in small letters and without brackets.
  let host: String
  /// The port, when it is not the usual one.
  let port: Int?
  /// The path and the query.
  let target: String

  /// Reads an address; who is named before an `@` is left out, as in every request for it.
  ///
  /// - Parameter text: The address, with ASCII characters alone.
  init?(_ text: String) {
    guard let colon = text.firstRange(of: "://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    switch text[..<colon.lowerBound].lowercased() {
    case "http": isSecure = false
    case "https": isSecure = true
    default: return nil
    }
    let place = text[colon.upperBound...].prefix { !"/?#".contains($0) }
    let host = place.lastIndex(of: "@").map { place[place.index(after: $0)...] } ?? place
    // Some readers take a backslash for a slash.
    guard !place.contains("\\"), let named = HostAndPort(host), Self.isPlain(named.host) else {
      return nil
    }
    self.host = named.host
    port = named.port
    let rest = text[place.endIndex...].prefix { $0 != "#" }
    target = rest.hasPrefix("/") ? String(rest) : "/\(rest)"
  }

  /// The address, which names nobody.
  var text: String {
    let place = HostAndPort.text(host) + (port.map { ":\($0)" } ?? "")
    return "\(isSecure ? "https" : "http")://\(place)\(target)"
  }

  /// Where an answer from here sends whoever asks; `nil` when that is no such address.
  func following(_ location: String) -> HTTPAddress? {
    URL(string: text).flatMap { URL(string: location, relativeTo: $0) }
      .flatMap { HTTPAddress($0.absoluteURL.absoluteString) }
  }

  /// Whether a host is written with what names and addresses are written with; that leaves out the zone
  /// of an address, which is one of this machine's.
  private static func isPlain(_ host: String) -> Bool {
    if host.contains(":") { return NetworkAddress(host) != nil && !host.contains("%") }
    return host.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || "-._".utf8.contains($0)
    }
  }
}
