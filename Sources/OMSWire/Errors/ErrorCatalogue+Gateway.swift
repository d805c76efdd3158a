import Migration

extension ErrorCatalogue {
  /// Codes of the gateway in front of all services, `APIGW.` and elsewhere `APIG.`.
  static func gateway(_ number: Int, message: String, status: Int) -> Meaning? {
    switch number {
    case 101:
      Meaning(.invalid, .no, "the gateway knows no such API; check endpoint, region and version")
    case 103...106:
      Meaning(.server, .no, "the gateway is not set up for this call; tell the service's support")
    case 201: malformed(status)
    case 301:
      refused(CredentialRefusal(gatewayMessage: message))
    case 303, 304, 305, 310, 311:
      Meaning(.credentials, .no, "the gateway refused the credentials")
    case 302, 306, 802:
      Meaning(.credentials, .no, "this user may not call the API; ask the account owner")
    case 307: expiredToken
    case 308: Meaning(.throttled, .wait, "the gateway throttles the calls; wait a moment")
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
    case 413: Meaning(.invalid, .no, "the request is larger than 12 MB; select less in one task")
    case 414, 494:
      Meaning(
        .invalid, .no, "the address or the headers are too long; check the token, or report this")
    case 500...:
      Meaning(.server, .wait, "the service behind the gateway does not answer; try later")
    default: Meaning(.invalid, .no, "the gateway cannot read the request; report this")
    }
  }

  private static var expiredToken: Meaning {
    var meaning = Meaning(.token, .once)
    meaning.advice = "the token has expired or is of another region; get a new one"
    return meaning
  }
}
