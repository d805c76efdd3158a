package import Migration

/// What the codes of OMS and its gateway mean for the user, and for whoever would ask again.
package enum ErrorCatalogue {
  /// Whether sending the same call again can help; the reference's words.
  package enum Repeat: Equatable, Sendable {
    /// It cannot.
    case no
    /// After the user has changed something.
    case fix
    /// By itself, after growing pauses, a limited number of times.
    case wait
    /// After something was put right, one time.
    case once
    /// Not before some hours have passed.
    case hours
  }

  /// What one code means.
  package struct Meaning: Equatable, Sendable {
    package var kind: APIProblem.Kind
    package var `repeat`: Repeat
    /// What happened and what to do, without the code.
    package var advice: String
    /// Why the credentials were refused; `nil` when they were not.
    package var refusal: CredentialRefusal?

    init(_ kind: APIProblem.Kind, _ repeat: Repeat, _ advice: String) {
      self.kind = kind
      self.repeat = `repeat`
      self.advice = advice
    }

    init(_ refusal: CredentialRefusal, _ repeat: Repeat) {
      self.init(.credentials, `repeat`, refusal.advice(clockDifference: nil))
      self.refusal = refusal
    }
  }

  /// The meaning of an error answer: by its code first, by its status second.
  package static func meaning(code: String?, message: String, status: Int) -> Meaning {
    if let code, let number = ServiceCode.gatewayNumber(of: code),
      let meaning = gateway(number, message: message, status: status)
    {
      return meaning
    }
    if let code, let number = ServiceCode.number(ofServiceCode: code),
      let meaning = requests[number] ?? operations[number] ?? groups[number]
    {
      return meaning
    }
    return byStatus(status, message: message)
  }

  private static func byStatus(_ status: Int, message: String) -> Meaning {
    switch status {
    case 300..<400:
      Meaning(.invalid, .fix, "the address redirects elsewhere; correct the endpoint")
    case 401 where message.isEmpty: Meaning(.other, .once)
    case 401: refused(CredentialRefusal(gatewayMessage: message))
    case 403:
      Meaning(
        .credentials, .no, "permission is missing; ask the account owner for OMS and OBS rights")
    // Only the service's own word makes a task gone; this may be a proxy, or another service.
    case 404: Meaning(.invalid, .no, "there is nothing at this address; check endpoint and region")
    case 405, 406, 415:
      Meaning(
        .invalid, .no, "the service does not understand the call; check the address, or report this"
      )
    case 409: Meaning(.wrongState, .no, "the state has changed meanwhile; look again")
    case 413: Meaning(.invalid, .fix, "the request is too large; select less in one task")
    case 429: Meaning(.throttled, .wait, "too many requests; wait a moment")
    case 500, 502, 503, 504:
      Meaning(.server, .wait, "the service has trouble; try again later")
    case 500..<600: Meaning(.server, .no, "the service has trouble; try again later")
    default: Meaning(.invalid, .no, "the request was refused")
    }
  }
}
