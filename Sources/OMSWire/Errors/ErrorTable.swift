import Migration

/// The codes of OMS in the order of their numbers: what each means, and whether asking again helps.
///
/// After sections 2 and 3 of the service's error reference; `S3M.` is an older name of the same
/// numbers.
enum ErrorTable {
  /// One code.
  struct Row: Sendable {
    let number: Int
    let meaning: ErrorCatalogue.Meaning

    init(
      _ number: Int, _ kind: APIProblem.Kind, _ repeat: ErrorCatalogue.Repeat,
      _ reason: ServiceReason
    ) {
      self.number = number
      meaning = ErrorCatalogue.Meaning(kind, `repeat`, reason)
    }
  }

  /// What a number means, or `nil` when no document has it.
  static func meaning(of number: Int) -> ErrorCatalogue.Meaning? { byNumber[number] }

  private static let byNumber = Dictionary(
    rows.map { ($0.number, $0.meaning) }, uniquingKeysWith: { one, _ in one })

  static let rows: [Row] = [
    Row(1, .invalid, .fix, .valueNotAllowed),
    Row(2, .invalid, .fix, .valueFormat),
    Row(4, .invalid, .no, .requestUnusable),
    Row(5, .invalid, .no, .methodRefused),
    Row(14, .invalid, .fix, .charactersRefused),
    Row(51, .invalid, .no, .pageOutOfRange),
    Row(52, .invalid, .no, .stateFilterUnknown),
    Row(53, .notFound, .no, .noSuchTask),
    Row(54, .invalid, .no, .taskIDInvalid),
    Row(55, .invalid, .fix, .selectionInvalid),
    Row(56, .invalid, .fix, .userIDInvalid),
    Row(57, .invalid, .fix, .sourceInvalid),
    Row(58, .invalid, .fix, .destinationInvalid),
    Row(59, .invalid, .fix, .threadsInvalid),
    Row(60, .invalid, .fix, .destinationElsewhere),
    Row(61, .invalid, .no, .parametersMalformed),
    Row(62, .server, .wait, .taskNotSaved),
    Row(63, .wrongState, .no, .taskRunning),
    Row(64, .invalid, .fix, .parametersInvalid),
    Row(65, .wrongState, .no, .taskStartedAlready),
    Row(66, .wrongState, .no, .taskNotRunning),
    Row(67, .invalid, .no, .notJSON),
    Row(68, .credentials, .once, .serviceRefusedCredentials),
    Row(69, .invalid, .fix, .encryptionUnavailable),
    Row(70, .wrongState, .no, .taskFinished),
    Row(72, .credentials, .no, .permissionMissing),
    Row(73, .server, .wait, .taskNotDeleted),
    Row(74, .invalid, .no, .otherVersion),
    Row(75, .throttled, .hours, .dailyLimit),
    Row(76, .throttled, .hours, .tooManyWaiting),
    Row(77, .throttled, .no, .taskLimit),
    Row(78, .invalid, .fix, .descriptionCharacters),
    Row(79, .invalid, .fix, .sourceRegionUnsupported),
    Row(80, .invalid, .fix, .destinationRegionUnsupported),
    Row(81, .invalid, .fix, .sourceDomainBroken),
    Row(82, .invalid, .fix, .archiveNotRestorable),
    Row(83, .invalid, .fix, .tooManyWindows),
    Row(84, .invalid, .fix, .limitOutOfRange),
    Row(85, .invalid, .fix, .windowsOverlap),
    Row(86, .wrongState, .no, .limitUnchangeable),
    Row(87, .invalid, .fix, .windowInvalid),
    Row(88, .invalid, .fix, .kindMismatch),
    Row(89, .invalid, .fix, .objectsMissing),
    Row(151, .invalid, .fix, .parameterInvalid),
    Row(152, .server, .wait, .bucketUnreadable),
    Row(153, .server, .wait, .bucketUnreadable),
    Row(154, .server, .wait, .noConnectionToOBS),
    Row(155, .server, .wait, .bucketUnreadable),
    Row(162, .credentials, .once, .tokenTooLong),
    Row(163, .credentials, .once, .tokenTooLong),
    Row(167, .wrongState, .fix, .noFailedList),
    Row(201, .credentials, .no, .accountRestricted),
    Row(202, .credentials, .no, .accountFrozen),
    Row(203, .credentials, .no, .identityUnchecked),
    Row(204, .credentials, .no, .realNameMissing),
    Row(256, .invalid, .no, .versionUnknown),
    Row(302, .invalid, .fix, .sourceUnhandled),
    Row(303, .invalid, .fix, .sourceUnhandled),
    Row(304, .invalid, .fix, .sourceUnhandled),
    Row(305, .invalid, .fix, .listTooLarge),
    Row(306, .invalid, .fix, .nothingAtSource),
    Row(307, .invalid, .fix, .sourceUnhandled),
    Row(308, .invalid, .fix, .failedListIncomplete),
    Row(1001, .server, .wait, .serverTrouble),
    Row(1002, .invalid, .no, .parameterType),
    Row(1003, .invalid, .no, .otherVersion),
    Row(1004, .invalid, .fix, .parameterMissing),
    Row(1005, .credentials, .once, .serviceRefusedCredentials),
    Row(1006, .invalid, .no, .notJSON),
    Row(1007, .invalid, .fix, .parameterMissing),
    Row(1008, .invalid, .no, .methodRefused),
    Row(1009, .notFound, .no, .noSuchTaskOrGroup),
    Row(1010, .invalid, .no, .otherVersion),
    Row(1014, .invalid, .fix, .sourceUnreadable),
    Row(1016, .invalid, .fix, .sourceKeysRefused),
    Row(1018, .invalid, .fix, .sourceBucketInvalid),
    Row(1020, .invalid, .fix, .destinationUnreachable),
    Row(1021, .throttled, .hours, .quotaUsedUp),
    Row(1022, .wrongState, .wait, .bucketBusy),
    Row(1023, .invalid, .fix, .noBucket),
    Row(1026, .server, .wait, .taskNotMade),
    Row(1032, .invalid, .fix, .domainKeyMissing),
    Row(1035, .server, .wait, .listNotWritten),
    Row(1036, .wrongState, .no, .groupStateForbids),
    Row(1037, .throttled, .hours, .groupDailyLimit),
    Row(1038, .wrongState, .no, .groupNotStoppableYet),
    Row(1039, .wrongState, .no, .groupNotStopped),
    Row(1040, .wrongState, .no, .groupNotFailed),
    Row(1041, .invalid, .no, .bucketOfOther),
  ]
}
