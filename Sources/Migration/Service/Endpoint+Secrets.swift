extension Endpoint {
  /// Whether secrets may be sent to it: nobody on the way can read them, or that was allowed.
  package var keepsSecrets: Bool { isPrivate || isTrusted }

  /// Whether nobody on the way can read what is sent.
  package var isPrivate: Bool {
    if case .web("https", _, _) = place { true } else { isOnThisMachine }
  }

  /// Whether the service runs on this machine.
  package var isOnThisMachine: Bool {
    switch place {
    case .socket: true
    case .web(_, let authority, _): HostAndPort(authority)?.isThisMachine ?? false
    }
  }
}
