import Migration

extension ErrorCatalogue {
  /// Codes about what was asked for and by whom, by number.
  static let requests: [Int: Meaning] = [
    1: Meaning(.invalid, .fix, "a value is not allowed"),
    2: Meaning(.invalid, .fix, "a value has a format that is not allowed"),
    4: Meaning(.invalid, .no, "the service could not use the request; report this"),
    5: Meaning(.invalid, .no, "the service does not take this method; check the address"),
    14: Meaning(.invalid, .fix, "some characters are refused; simplify names and description"),
    51: Meaning(.invalid, .no, "the page asked for is out of range; report this"),
    52: Meaning(.invalid, .no, "this version of the API cannot filter by that state"),
    53: Meaning(.notFound, .no, "there is no such task, or this key may not see it"),
    54: Meaning(.invalid, .no, "the task id is not valid"),
    55: Meaning(.invalid, .fix, "the selected files or folders are not valid; check the selection"),
    56: Meaning(.invalid, .fix, "the user id is not valid; check account and project"),
    57: Meaning(
      .invalid, .fix, "the source is not valid; check provider, region, bucket and selection"),
    58: Meaning(.invalid, .fix, "the destination is not valid; check region, bucket and folder"),
    59: Meaning(.invalid, .fix, "the number of threads is not valid; give 0 to 50"),
    60: Meaning(
      .invalid, .fix, "the destination must be in the endpoint's region; choose another bucket"),
    61: Meaning(.invalid, .no, "the task's parameters are malformed; report this"),
    64: Meaning(.invalid, .fix, "the request's parameters are not valid"),
    67: Meaning(.invalid, .no, "the request is not JSON; report this"),
    68: refusedByService,
    69: Meaning(.invalid, .fix, "encryption is not available; switch it off or try later"),
    72: noPermission,
    74: otherVersion,
    78: Meaning(.invalid, .fix, "the description must not contain < > ( ) \" ' & (v2: nor ^)"),
    79: Meaning(.invalid, .fix, "the source region is not supported; choose another"),
    80: Meaning(.invalid, .fix, "the destination region is not supported; choose another"),
    81: Meaning(
      .invalid, .fix, "the source's domain does not work; check domain, protocol and key"),
    82: Meaning(
      .invalid, .fix,
      "this provider's archived data cannot be restored; restore it there, or switch the option off"
    ),
    83: Meaning(.invalid, .fix, "there are more than 5 speed windows; remove some"),
    84: Meaning(
      .invalid, .fix,
      "the speed limit is out of range; v1 takes 5 MiB/s to 10 GiB/s, v2 1 to 200 MiB/s"),
    85: Meaning(
      .invalid, .fix, "the speed windows overlap; ends are inclusive: 07:59, then 08:00"),
    87: Meaning(
      .invalid, .fix, "a speed window is not valid; give hh:mm-hh:mm with the start first"),
    88: Meaning(.invalid, .fix, "the task type does not fit the selection"),
    89: Meaning(.invalid, .fix, "the objects do not exist at the source; check names and rights"),
    151: Meaning(.invalid, .fix, "a parameter is not valid"),
    162: tooLong,
    163: tooLong,
    167: Meaning(
      .wrongState, .fix, "there is no list of failed objects; start without failed-only"),
    201: Meaning(
      .credentials, .no, "the account is restricted; check the balance or ask the provider"),
    202: Meaning(.credentials, .no, "the account is frozen; check the balance or ask the provider"),
    203: Meaning(.credentials, .no, "the account's identity must be checked; finish it there"),
    204: Meaning(
      .credentials, .no, "real-name authentication is missing; finish it in the account"),
    256: Meaning(.invalid, .no, "the API version is not known; check the address"),
    1002: Meaning(.invalid, .no, "a parameter has the wrong type; report this"),
    1003: otherVersion,
    1004: Meaning(.invalid, .fix, "a parameter is missing"),
    1005: refusedByService,
    1006: Meaning(.invalid, .no, "the request is not JSON; report this"),
    1007: Meaning(.invalid, .fix, "a parameter is missing"),
    1008: Meaning(.invalid, .no, "the service does not take this method; check the address"),
    1010: otherVersion,
  ]

  private static var noPermission: Meaning {
    Meaning(
      .credentials, .no, "permission is missing; ask the account owner for OMS and OBS rights")
  }

  private static var otherVersion: Meaning {
    Meaning(
      .invalid, .no,
      "the request does not fit the service's API; check the API version, or report it")
  }

  private static var refusedByService: Meaning {
    var meaning = Meaning(.other, .once)
    meaning.advice = "the service refused the credentials; check the keys"
    return meaning
  }

  private static var tooLong: Meaning {
    var meaning = Meaning(.token, .once)
    meaning.advice = "a header or the token is too long; get a new token"
    return meaning
  }
}
