/// What the codes of OMS and its gateway mean for the user.
enum ErrorCatalogue {
  struct Meaning: Equatable {
    var kind: APIProblem.Kind
    /// What happened and what to do, without the code.
    var advice: String

    init(_ kind: APIProblem.Kind, _ advice: String) {
      self.kind = kind
      self.advice = advice
    }
  }

  /// The meaning of an error answer: by its code first, by its status second.
  static func meaning(
    code: String?, message: String, status: Int, serverDate: String?
  ) -> Meaning {
    if let code, let meaning = gateway(code, message: message, serverDate: serverDate) {
      return meaning
    }
    // `S3M.` is the older name of the same numbers.
    if let code, let number = code.split(separator: ".").last.flatMap({ Int($0) }),
      let meaning = service[number]
    {
      return meaning
    }
    return byStatus(status)
  }

  private static func byStatus(_ status: Int) -> Meaning {
    switch status {
    case 300..<400: Meaning(.invalid, "the address redirects elsewhere; correct the endpoint")
    case 401: Meaning(.credentials, "the credentials were refused; check the keys or the token")
    case 403:
      Meaning(.credentials, "permission is missing; ask the account owner for OMS and OBS rights")
    case 404: Meaning(.notFound, "there is nothing at this address; check endpoint and region")
    case 409: Meaning(.wrongState, "the state has changed meanwhile; look again")
    case 413: Meaning(.invalid, "the request is too large; select less in one task")
    case 429: Meaning(.throttled, "too many requests; wait a moment")
    case 500..<600: Meaning(.server, "the service has trouble; try again later")
    default: Meaning(.invalid, "the request was refused")
    }
  }

  private static func gateway(_ code: String, message: String, serverDate: String?) -> Meaning? {
    let parts = code.split(separator: ".")
    guard parts.count == 2, parts[0] == "APIGW" || parts[0] == "APIG" else { return nil }
    switch parts[1] {
    case "0101", "0103":
      return Meaning(.notFound, "the gateway knows no such API; check endpoint, region and version")
    case "0301": return refusedCredentials(message.lowercased(), serverDate: serverDate)
    case "0303", "0304", "0305", "0310", "0311":
      return Meaning(.credentials, "the gateway refused the credentials")
    case "0302", "0306", "0802":
      return Meaning(.credentials, "this user may not call the API; ask the account owner")
    case "0307":
      return Meaning(.credentials, "the token has expired or is of another region; get a new one")
    case "0308": return Meaning(.throttled, "the gateway throttles the calls; wait a moment")
    default: return nil
    }
  }

  private static func refusedCredentials(_ message: String, serverDate: String?) -> Meaning {
    let advice =
      if message.contains("expired") {
        "the clocks differ by more than 15 minutes, or the temporary key is over; "
          + "the service's clock says \(serverDate ?? "nothing")"
      } else if message.contains("reach the limit") {
        "too many refused calls: the key is locked for 5 minutes; check the secret key meanwhile"
      } else if message.contains("secretkey") {
        "the access key is not known; check it for typing errors"
      } else if message.contains("token not found") {
        "no credentials arrived; set the keys or a token"
      } else if message.contains("token") {
        "the token is broken or too old; get a new one"
      } else {
        "the signature does not match; check the secret key for stray blanks"
      }
    return Meaning(.credentials, advice)
  }

  /// By number; `OMS.` and `S3M.` share them.
  private static let service: [Int: Meaning] = [
    1: Meaning(.invalid, "a value is not allowed"),
    2: Meaning(.invalid, "a value has a format that is not allowed"),
    14: Meaning(.invalid, "some characters are refused; simplify names and description"),
    51: Meaning(.invalid, "the page asked for is out of range; report this"),
    52: Meaning(.invalid, "this version of the API cannot filter by that state"),
    53: Meaning(.notFound, "there is no such task, or this key may not see it"),
    54: Meaning(.notFound, "the task id is not valid"),
    57: Meaning(.invalid, "the source is not valid; check provider, region, bucket and selection"),
    58: Meaning(.invalid, "the destination is not valid; check region, bucket and folder"),
    59: Meaning(.invalid, "the number of threads is not valid; give 0 to 50"),
    60: Meaning(
      .invalid, "the destination must be in the endpoint's region; choose another bucket"),
    61: Meaning(.invalid, "the task's parameters are malformed; report this"),
    62: Meaning(.server, "the task could not be saved; look at the list, then try again"),
    63: Meaning(.wrongState, "the task is running and cannot be deleted; stop it first"),
    64: Meaning(.invalid, "the request's parameters are not valid"),
    65: Meaning(.wrongState, "the task has been started already"),
    66: Meaning(.wrongState, "the task is not running, so it cannot be stopped"),
    67: Meaning(.invalid, "the request is not JSON; report this"),
    68: Meaning(.credentials, "the service refused the credentials; check the keys"),
    70: Meaning(.wrongState, "the task is finished and can be neither started nor stopped"),
    72: Meaning(
      .credentials, "permission is missing; ask the account owner for OMS and OBS rights"),
    73: Meaning(.server, "the task could not be deleted; look again, then try again"),
    75: Meaning(.throttled, "the limit of new tasks in 24 hours is reached; try again tomorrow"),
    76: Meaning(.throttled, "too many tasks wait; let some start or delete some"),
    77: Meaning(.throttled, "the limit of tasks is reached; delete finished ones"),
    78: Meaning(.invalid, "the description must not contain < > ( ) \" ' &"),
    79: Meaning(.invalid, "the source region is not supported; choose another"),
    80: Meaning(.invalid, "the destination region is not supported; choose another"),
    83: Meaning(.invalid, "there are more than 5 speed windows; remove some"),
    84: Meaning(.invalid, "the speed limit is out of range; v1 takes 5 MiB/s to 10 GiB/s"),
    85: Meaning(.invalid, "the speed windows overlap; ends are inclusive: 07:59, then 08:00"),
    86: Meaning(.wrongState, "the speed limit of a finished task cannot be changed"),
    87: Meaning(.invalid, "a speed window is not valid; give hh:mm-hh:mm with the start first"),
    88: Meaning(.invalid, "the task type does not fit the selection"),
    89: Meaning(.invalid, "the objects do not exist at the source; check names and rights"),
    167: Meaning(.wrongState, "there is no list of failed objects; start without failed-only"),
    256: Meaning(.invalid, "the API version is not known; check the address"),
    1001: Meaning(.server, "the service has trouble; try again later"),
    1009: Meaning(.notFound, "there is no such task"),
    1014: Meaning(.invalid, "the source bucket cannot be read; check the source keys"),
    1016: Meaning(.invalid, "the source keys were refused"),
    1020: Meaning(.invalid, "the destination bucket cannot be reached; check its keys and policy"),
    1021: Meaning(.throttled, "the quota of new tasks is used up; try again in 24 hours"),
  ]
}
