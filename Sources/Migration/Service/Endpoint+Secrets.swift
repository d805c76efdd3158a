extension Endpoint {
  /// Whether secrets may be sent to it: nobody on the way can read them, or that was allowed.
  package var keepsSecrets: Bool { isPrivate || isTrusted }

  /// Whether nobody on the way can read what is sent.
  package var isPrivate: Bool {
    switch place {
    case .socket: return true
    case .web("https", _, _): return true
    case .web(_, let authority, _):
      // An address in brackets has colons of its own.
      let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
      let host = end.map { authority[...$0] } ?? authority.prefix { $0 != ":" }
      let port = authority[host.endIndex...]
      return (port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy(\.isASCIIDigit))
        && (host == "localhost" || host == "[::1]" || Self.isLoopback(host))
    }
  }

  /// Whether `host` is an address such as 127.0.0.1, and no name that begins like one.
  private static func isLoopback(_ host: Substring) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { $0.allSatisfy(\.isASCIIDigit) && UInt8($0) != nil }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
