extension TaskFailure {
  /// Whether running a failed task again makes sense.
  package enum Restart: Equatable, Sendable {
    /// As it is.
    case now
    /// After the user has looked something over, and maybe put it right.
    case afterCheck
    /// After the user has changed something.
    case afterChange
    /// Never.
    case never
  }

  /// What a failure means.
  package struct Meaning: Equatable, Sendable {
    /// Whether running the task again makes sense.
    package var restart: Restart
    /// What was the cause.
    package var cause: Cause

    init(_ restart: Restart, _ cause: Cause) {
      self.restart = restart
      self.cause = cause
    }
  }

  /// What this failure means; `nil` when its code is not known.
  ///
  /// Two codes mean something else in each version of the API.
  package var meaning: Meaning? {
    guard let number = ServiceCode.number(of: code, families: ["TRF"]) else { return nil }
    return switch (number, toldBy) {
    case (63, .v1): Meaning(.afterChange, .archiveNotRestored)
    case (63, .v2): Meaning(.afterChange, .balanceTooLow)
    case (64, .v1): Meaning(.afterChange, .notRestoredYet)
    case (64, .v2): nil
    default: Self.meanings[number]
    }
  }

  /// Codes of the family `TRF.` that mean the same in both versions of the API, by number.
  private static let meanings: [Int: Meaning] = [
    1: Meaning(.now, .serviceTrouble),
    2: Meaning(.now, .serverSilent),
    3: Meaning(.now, .waitedTooLong),
    4: Meaning(.now, .serverSilent),
    5: Meaning(.now, .serverSilent),
    6: Meaning(.now, .objectsDiffer),
    7: Meaning(.now, .networkSilent),
    8: Meaning(.afterCheck, .maybeKeys),
    9: Meaning(.afterCheck, .sourceUnasked),
    10: Meaning(.afterCheck, .destinationUnasked),
    11: Meaning(.never, .nothingSelected),
    12: Meaning(.afterCheck, .objectsMissing),
    13: Meaning(.afterCheck, .listUnreadable),
    14: Meaning(.afterChange, .listTooLarge),
    15: Meaning(.never, .noBlobService),
    16: Meaning(.afterChange, .urlsMistaken),
    17: Meaning(.afterChange, .listEmpty),
    18: Meaning(.afterChange, .lineTooLong),
    19: Meaning(.afterChange, .listNotPlain),
    51: Meaning(.afterChange, .destinationRights),
    52: Meaning(.afterChange, .destinationRights),
    53: Meaning(.never, .accountExpired),
    54: Meaning(.afterChange, .destinationRights),
    55: Meaning(.afterChange, .destinationFull),
    56: Meaning(.afterChange, .accountFrozen),
    57: Meaning(.afterChange, .destinationKeys),
    58: Meaning(.afterCheck, .destinationMissing),
    59: Meaning(.afterCheck, .objectLost),
    60: Meaning(.afterChange, .pathTooLong),
    61: Meaning(.now, .destinationTrouble),
    62: Meaning(.now, .uploadsFailed),
    151: Meaning(.afterChange, .sourceKeys),
    152: Meaning(.afterChange, .sourceRights),
    153: Meaning(.afterChange, .sourceRights),
    154: Meaning(.afterChange, .sourceRights),
    155: Meaning(.afterCheck, .sourceMissing),
    156: Meaning(.afterCheck, .objectMissing),
    157: Meaning(.now, .sourceTrouble),
    158: Meaning(.afterCheck, .notEncrypted),
    159: Meaning(.now, .sourceThrottles),
    160: Meaning(.afterChange, .archiveUnreadable),
    201: Meaning(.afterChange, .archiveNotRestored),
    202: Meaning(.afterChange, .notRestoredYet),
    301: Meaning(.afterChange, .listArchived),
    // OMS has no such ends; these numbers, which are far from its own, are those of Ferry's service.
    9001: Meaning(.afterChange, .leftOut),
    9002: Meaning(.now, .restToMove),
    9003: Meaning(.afterCheck, .ownReasons),
  ]
}
