extension Endpoint {
  /// Whether secrets may be sent to it: nobody on the way can read them, or that was allowed.
  package var keepsSecrets: Bool { isPrivate || isTrusted }

  /// Whether nobody on the way can read what is sent.
  package var isPrivate: Bool {
    switch place {
    case .socket: return true
    case .web("https", _, _): return true
    case .web(_, let authority, _):
      let host = authority.replacing(#/:[0-9]+$/#, with: "")
      return ["localhost", "[::1]"].contains(host)
        || host.wholeMatch(of: #/127(\.[0-9]{1,3}){3}/#) != nil
    }
  }
}
