/// What the codes of OMS and its gateway mean for the user, and for whoever would ask again.
enum ErrorCatalogue {
  /// Whether sending the same call again can help; the reference's words.
  enum Repeat: Equatable, Sendable {
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
  struct Meaning: Equatable, Sendable {
    var kind: APIProblem.Kind
    var `repeat`: Repeat
    /// What happened and what to do, without the code.
    var advice: String
    /// Why the credentials were refused; `nil` when they were not.
    var refusal: CredentialRefusal?

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
  static func meaning(code: String?, message: String, status: Int) -> Meaning {
    if let code, let number = gatewayNumber(of: code),
      let meaning = gateway(number, message: message, status: status)
    {
      return meaning
    }
    if let code, let number = number(ofServiceCode: code),
      let meaning = requests[number] ?? operations[number] ?? groups[number]
    {
      return meaning
    }
    return byStatus(status, message: message)
  }

  /// The number of a code of the service, or `nil` when it is of another family.
  ///
  /// `S3M.` is the older name of the same numbers.
  static func number(ofServiceCode code: String) -> Int? {
    number(of: code, families: ["OMS", "S3M"])
  }

  /// Whether `text` is a family that is known and a number, whatever that means, and nothing else.
  static func isCode(_ text: String) -> Bool {
    number(ofServiceCode: text) != nil || gatewayNumber(of: text) != nil
  }

  private static func gatewayNumber(of code: String) -> Int? {
    number(of: code, families: ["APIGW", "APIG"])
  }

  static func number(of code: String, families: [String]) -> Int? {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, families.contains(parts[0].uppercased()) else { return nil }
    return Int(parts[1])
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
    case 404: Meaning(.notFound, .no, "there is nothing at this address; check endpoint and region")
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
