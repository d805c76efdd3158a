import Migration

/// The codes of OMS in the order of their numbers: what each means, whether asking again helps, and
/// what a service says that answers with it.
///
/// After sections 2 and 3 of the service's error reference; `S3M.` is an older name of the same
/// numbers, which those keep that exist in the older of its two tables alone.
enum ErrorTable {
  /// One code.
  struct Row: Sendable {
    let number: Int
    let meaning: ErrorCatalogue.Meaning
    /// What the service says; `nil` for what only OMS answers.
    let refusal: WireRefusal?

    init(
      _ number: Int, _ kind: APIProblem.Kind, _ repeat: ErrorCatalogue.Repeat,
      _ reason: ServiceReason, _ sentence: String? = nil, family: String = "OMS"
    ) {
      self.number = number
      meaning = ErrorCatalogue.Meaning(kind, `repeat`, reason)
      refusal = sentence.map { WireRefusal(code: family + Self.digits(number), message: $0) }
    }

    private static func digits(_ number: Int) -> String {
      let digits = String(number)
      return "." + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// What a number means, or `nil` when no document has it.
  static func meaning(of number: Int) -> ErrorCatalogue.Meaning? { byNumber[number] }

  /// What the service answers for a reason, or `nil` when that is none of its own.
  static func refusal(for reason: ServiceReason) -> WireRefusal? { byReason[reason] }

  private static let byReason = Dictionary(
    rows.compactMap { row in row.refusal.map { (row.meaning.reason, $0) } },
    uniquingKeysWith: { one, _ in one })

  private static let byNumber = Dictionary(
    rows.map { ($0.number, $0.meaning) }, uniquingKeysWith: { one, _ in one })

  static let rows: [Row] = [
    Row(1, .invalid, .fix, .valueNotAllowed, "A parameter value is not allowed"),
    Row(2, .invalid, .fix, .valueFormat),
    Row(4, .invalid, .no, .requestUnusable),
    Row(5, .invalid, .no, .methodRefused),
    Row(14, .invalid, .fix, .charactersRefused),
    Row(51, .invalid, .no, .pageOutOfRange, "The range parameter is not valid"),
    Row(52, .invalid, .no, .stateFilterUnknown, "The state parameter is not valid"),
    Row(53, .notFound, .no, .noSuchTask, "The task query failed or you lack the permission"),
    Row(54, .invalid, .no, .taskIDInvalid, "The task id is not valid"),
    Row(
      55, .invalid, .fix, .selectionInvalid, "The source files or folders are not valid",
      family: "S3M"),
    Row(56, .invalid, .fix, .userIDInvalid, "The project id is not valid", family: "S3M"),
    Row(57, .invalid, .fix, .sourceInvalid, "Source parameters are not valid"),
    Row(58, .invalid, .fix, .destinationInvalid, "Destination parameters are not valid"),
    Row(59, .invalid, .fix, .threadsInvalid, "The number of migration threads is not valid"),
    Row(60, .invalid, .fix, .destinationElsewhere),
    Row(61, .invalid, .no, .parametersMalformed, "The task parameters are malformed"),
    Row(62, .server, .wait, .taskNotSaved, "The task could not be saved"),
    Row(63, .wrongState, .no, .taskRunning, "The task is running; pause it first"),
    Row(64, .invalid, .fix, .parametersInvalid, "Request parameters are not valid"),
    Row(65, .wrongState, .no, .taskStartedAlready, "The task has already been started"),
    Row(66, .wrongState, .no, .taskNotRunning, "Pausing failed because the task is not running"),
    Row(67, .invalid, .no, .notJSON, "The parameters are not JSON"),
    Row(68, .credentials, .once, .serviceRefusedCredentials),
    Row(69, .invalid, .fix, .encryptionUnavailable, "Encryption with KMS is not possible"),
    Row(
      70, .wrongState, .no, .taskFinished,
      "The task is finished and can be neither started nor paused"),
    Row(72, .credentials, .no, .permissionMissing, "You lack the required permission"),
    Row(73, .server, .wait, .taskNotDeleted, "The task could not be deleted"),
    Row(74, .invalid, .no, .otherVersion),
    Row(
      75, .throttled, .hours, .dailyLimit, "The creation limit for the last 24 hours is reached",
      family: "S3M"),
    Row(76, .throttled, .hours, .tooManyWaiting, "Too many tasks are waiting", family: "S3M"),
    Row(77, .throttled, .no, .taskLimit),
    Row(
      78, .invalid, .fix, .descriptionCharacters,
      "The description contains characters that are not allowed"),
    Row(79, .invalid, .fix, .sourceRegionUnsupported),
    Row(80, .invalid, .fix, .destinationRegionUnsupported),
    Row(81, .invalid, .fix, .sourceDomainBroken, "The custom domain is not valid"),
    Row(82, .invalid, .fix, .archiveNotRestorable, "Archived data cannot be restored"),
    Row(83, .invalid, .fix, .tooManyWindows, "Too many speed windows"),
    Row(84, .invalid, .fix, .limitOutOfRange, "The maximum bandwidth is out of range"),
    Row(85, .invalid, .fix, .windowsOverlap, "The speed windows overlap"),
    Row(86, .wrongState, .no, .limitUnchangeable, "The speed windows could not be changed"),
    Row(87, .invalid, .fix, .windowInvalid, "A speed window is not valid"),
    Row(
      88, .invalid, .fix, .kindMismatch, "The task type does not match the parameters given",
      family: "S3M"),
    Row(89, .invalid, .fix, .objectsMissing),
    Row(151, .invalid, .fix, .parameterInvalid),
    Row(152, .server, .wait, .bucketUnreadable),
    Row(153, .server, .wait, .bucketUnreadable),
    Row(154, .server, .wait, .noConnectionToOBS),
    Row(155, .server, .wait, .bucketUnreadable),
    Row(162, .credentials, .once, .tokenTooLong),
    Row(163, .credentials, .once, .tokenTooLong),
    Row(167, .wrongState, .fix, .noFailedList, "The list of failed objects cannot be found"),
    Row(201, .credentials, .no, .accountRestricted),
    Row(202, .credentials, .no, .accountFrozen),
    Row(203, .credentials, .no, .identityUnchecked),
    Row(204, .credentials, .no, .realNameMissing),
    Row(256, .invalid, .no, .versionUnknown, "The API version does not exist", family: "S3M"),
    Row(302, .invalid, .fix, .sourceUnhandled),
    Row(303, .invalid, .fix, .sourceUnhandled),
    Row(304, .invalid, .fix, .sourceUnhandled),
    Row(305, .invalid, .fix, .listTooLarge),
    Row(306, .invalid, .fix, .nothingAtSource),
    Row(307, .invalid, .fix, .sourceUnhandled),
    Row(308, .invalid, .fix, .failedListIncomplete),
    Row(1001, .server, .wait, .serverTrouble, "The service has an internal error"),
    Row(1002, .invalid, .no, .parameterType, "A parameter has a wrong type"),
    Row(1003, .invalid, .no, .otherVersion, "Parameters break a constraint"),
    Row(1004, .invalid, .fix, .parameterMissing, "A mandatory parameter is missing"),
    Row(1005, .credentials, .once, .serviceRefusedCredentials),
    Row(1006, .invalid, .no, .notJSON),
    Row(1007, .invalid, .fix, .parameterMissing),
    Row(1008, .invalid, .no, .methodRefused, "This service does not offer the call"),
    Row(1009, .notFound, .no, .noSuchTaskOrGroup, "No such resource"),
    Row(1010, .invalid, .no, .otherVersion),
    Row(1014, .invalid, .fix, .sourceUnreadable, "The bucket cannot be read"),
    Row(1016, .invalid, .fix, .sourceKeysRefused),
    Row(1018, .invalid, .fix, .sourceBucketInvalid),
    Row(1020, .invalid, .fix, .destinationUnreachable),
    Row(1021, .throttled, .hours, .quotaUsedUp, "The creation quota is used up"),
    Row(1022, .wrongState, .wait, .bucketBusy),
    Row(1023, .invalid, .fix, .noBucket),
    Row(1026, .server, .wait, .taskNotMade),
    Row(1032, .invalid, .fix, .domainKeyMissing),
    Row(1035, .server, .wait, .listNotWritten),
    Row(
      1036, .wrongState, .no, .groupStateForbids,
      "Not possible in the present state of the group"),
    Row(1037, .throttled, .hours, .groupDailyLimit),
    Row(
      1038, .wrongState, .no, .groupNotStoppableYet, "Only a monitored group can be paused"),
    Row(1039, .wrongState, .no, .groupNotStopped, "Only a paused group can be resumed"),
    Row(
      1040, .wrongState, .no, .groupNotFailed,
      "Only a group whose creation or migration failed can be restarted"),
    Row(1041, .invalid, .no, .bucketOfOther),
  ]
}
