/// Where events are posted to: an address of `http` or `https`.
///
/// What stands behind its host may be a secret, so nothing tells more than the host.
package struct WebhookAddress: Equatable, Sendable {
  /// The scheme and the host.
  package let endpoint: Endpoint
  /// The path and the query, as they were given: a receiver may have signed them.
  package let target: String

  /// Reads an address; `nil` for anything else.
  ///
  /// - Parameter address: Where it is, with a path and a query if need be.
  package init?(_ address: String) {
    let place = address.prefix { $0 != "#" }
    guard place.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 32 }),
      let scheme = place.firstRange(of: "://"),
      let endpoint = try? Endpoint(
        String(place.prefix(upTo: Self.end(ofHost: place, after: scheme)))),
      !endpoint.isSocket
    else { return nil }
    let target = place[Self.end(ofHost: place, after: scheme)...]
    self.target = target.hasPrefix("/") ? String(target) : "/\(target)"
    self.endpoint = endpoint
  }

  /// The address as it is asked for.
  package var url: String {
    switch endpoint.place {
    case .web(let scheme, let authority, _): "\(scheme)://\(authority)\(target)"
    case .socket(let path): path
    }
  }

  private static func end(
    ofHost address: Substring, after scheme: Range<Substring.Index>
  ) -> Substring.Index {
    address[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" } ?? address.endIndex
  }

  /// Whether a receiver that answers with this status has taken what was posted.
  package static func isTaken(_ status: Int) -> Bool { (200..<300).contains(status) }

  /// Whether a receiver that answers with this status may take the same a moment later.
  package static func mayPass(_ status: Int) -> Bool {
    status >= 500 || [408, 425, 429].contains(status)
  }
}
