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
    /// The kind of trouble.
    package var kind: APIProblem.Kind
    /// Whether sending the same call again can help.
    package var `repeat`: Repeat
    /// Why the call was refused.
    package var reason: ServiceReason
    /// Why the credentials were refused; `nil` when they were not.
    package var refusal: CredentialRefusal?

    init(_ kind: APIProblem.Kind, _ repeat: Repeat, _ reason: ServiceReason) {
      self.kind = kind
      self.repeat = `repeat`
      self.reason = reason
      refusal = CredentialRefusal(reason)
    }

    init(_ refusal: CredentialRefusal, _ repeat: Repeat) {
      self.init(.credentials, `repeat`, refusal.reason)
      self.refusal = refusal
    }

    /// Whether an answer with `status` that means this leaves open what became of the call.
    ///
    /// Who says what is wrong with a call has read it and done nothing; who has trouble, or a gateway that
    /// gave up waiting for somebody else, may have come to that in the middle of the work.
    package func leavesDoubt(status: Int) -> Bool {
      switch reason {
      // Nobody has begun with what is not there.
      case .notOffered, .gatewayNotSetUp: false
      default: kind == .server && status >= 500
      }
    }
  }

  /// The meaning of an error answer: by its code first, by its status second.
  package static func meaning(code: String?, message: String, status: Int) -> Meaning {
    // No code says so by itself.
    guard status != 501 else { return Meaning(.server, .no, .notOffered) }
    if let code, let number = ServiceCode.gatewayNumber(of: code),
      let meaning = gateway(number, message: message, status: status)
    {
      return meaning
    }
    if let code, let number = ServiceCode.number(ofServiceCode: code),
      let meaning = ErrorTable.meaning(of: number)
    {
      return meaning
    }
    return byStatus(status, message: message)
  }

  /// The code and the sentence, without its full stop, that a service answers with when it refuses a
  /// call for `reason`; for a reason that has none, those of an internal error.
  package static func refusal(for reason: ServiceReason) -> WireRefusal {
    ErrorTable.refusal(for: reason) ?? ErrorTable.refusal(for: .serverTrouble) ?? WireRefusal()
  }

  private static func byStatus(_ status: Int, message: String) -> Meaning {
    switch status {
    case 300..<400: Meaning(.invalid, .fix, .redirectsElsewhere)
    case 401 where message.isEmpty: Meaning(.other, .once)
    case 401: refused(CredentialRefusal(gatewayMessage: message))
    case 403: Meaning(.credentials, .no, .permissionMissing)
    // Only the service's own word makes a task gone; this may be a proxy, or another service.
    case 404: Meaning(.invalid, .no, .nothingAtAddress)
    case 405, 406, 415, 505: Meaning(.invalid, .no, .callNotUnderstood)
    case 409: Meaning(.wrongState, .no, .stateChanged)
    case 413: Meaning(.invalid, .fix, .requestTooLarge)
    case 429: Meaning(.throttled, .wait, .tooManyRequests)
    case 500, 502, 503, 504: Meaning(.server, .wait, .serverTrouble)
    case 500..<600: Meaning(.server, .no, .serverTrouble)
    default: Meaning(.invalid, .no, .requestRefused)
    }
  }
}
