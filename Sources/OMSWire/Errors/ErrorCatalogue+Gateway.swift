import Migration

extension ErrorCatalogue {
  /// Codes of the gateway in front of all services, `APIGW.` and elsewhere `APIG.`.
  static func gateway(_ number: Int, message: String, status: Int) -> Meaning? {
    switch number {
    case 101: Meaning(.invalid, .no, .noSuchAPI)
    case 103...106: Meaning(.server, .no, .gatewayNotSetUp)
    case 201: malformed(status)
    case 301: refused(CredentialRefusal(gatewayMessage: message))
    case 303, 304, 305, 310, 311: Meaning(.credentials, .no, .gatewayRefusedCredentials)
    case 302, 306, 802: Meaning(.credentials, .no, .userMayNotCall)
    case 307: Meaning(.credentials, .once, .tokenExpired)
    case 308: Meaning(.throttled, .wait, .gatewayThrottles)
    default: nil
    }
  }

  static func refused(_ refusal: CredentialRefusal) -> Meaning {
    switch refusal {
    case .token, .expired: Meaning(refusal, .once)
    case .signature, .locked, .unknownKey, .missing, .other: Meaning(refusal, .no)
    }
  }

  private static func malformed(_ status: Int) -> Meaning {
    switch status {
    case 413: Meaning(.invalid, .no, .requestOver12MB)
    case 414, 494: Meaning(.invalid, .no, .headersTooLong)
    case 500...: Meaning(.server, .wait, .backendSilent)
    default: Meaning(.invalid, .no, .gatewayCannotRead)
    }
  }
}
