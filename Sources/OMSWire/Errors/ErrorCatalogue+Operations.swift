import Migration

extension ErrorCatalogue {
  /// Codes about what a task or its buckets do not allow, by number.
  static let operations: [Int: Meaning] = [
    62: Meaning(.server, .wait, "the task could not be saved; look at the list, then try again"),
    // Goes away once the task has stopped; whoever stopped it knows to wait for that.
    63: Meaning(.wrongState, .no, "the task is running and cannot be deleted; stop it first"),
    65: Meaning(.wrongState, .no, "the task has been started already"),
    66: Meaning(.wrongState, .no, "the task is not running, so it cannot be stopped"),
    70: Meaning(.wrongState, .no, "the task is finished and can be neither started nor stopped"),
    73: Meaning(.server, .wait, "the task could not be deleted; look again, then try again"),
    75: Meaning(
      .throttled, .hours, "the limit of new tasks in 24 hours is reached; try again tomorrow"),
    76: Meaning(.throttled, .hours, "too many tasks wait; let some start or delete some"),
    77: Meaning(.throttled, .no, "the limit of tasks is reached; delete finished ones"),
    // A repeat helps unless the task has finished, which only a look at it tells.
    86: Meaning(
      .wrongState, .no, "the speed limit could not be changed; a finished task's cannot be"),
    152: unreadableBucket,
    153: unreadableBucket,
    154: Meaning(.server, .wait, "the service has no connection to OBS; try again later"),
    155: unreadableBucket,
    302: unreadableSource, 303: unreadableSource, 304: unreadableSource,
    305: Meaning(
      .invalid, .fix, "the list of objects is too large; the failed ones cannot be run on their own"
    ),
    306: Meaning(.invalid, .fix, "there are no objects at the source; check the selection"),
    307: unreadableSource,
    308: Meaning(
      .invalid, .fix, "the list of failed objects is not complete; run all objects again"),
    1001: Meaning(.server, .wait, "the service has trouble; try again later"),
    1009: Meaning(.notFound, .no, "there is no such task or group"),
    1014: Meaning(.invalid, .fix, "the source bucket cannot be read; check the source keys"),
    1016: Meaning(.invalid, .fix, "the source keys were refused; check them"),
    1018: Meaning(.invalid, .fix, "the source bucket is not valid; check its name"),
    1020: Meaning(
      .invalid, .fix, "the destination bucket cannot be reached; check its keys and policy"),
    1021: Meaning(
      .throttled, .hours, "the quota of new tasks is used up; try again in 24 hours"),
    1022: Meaning(.wrongState, .wait, "a task for this bucket is being made; wait a moment"),
    1023: Meaning(.invalid, .fix, "no bucket is chosen; choose one"),
    1026: Meaning(
      .server, .wait, "the service could not make it; look at the list, then try again"),
    1032: Meaning(.invalid, .fix, "the key of the source's domain is missing; give it"),
    1035: Meaning(
      .server, .wait, "the list could not be written to the destination; check its rights"),
  ]

  private static var unreadableBucket: Meaning {
    Meaning(.server, .wait, "the bucket's data could not be read; check keys and bucket name")
  }

  private static var unreadableSource: Meaning {
    Meaning(
      .invalid, .fix,
      "the objects of the source, or the list of failed ones, could not be handled; "
        + "run all objects again")
  }
}
