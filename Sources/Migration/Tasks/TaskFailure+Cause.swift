extension TaskFailure {
  /// What a failure means: the causes that the error reference tells apart, and those of Ferry's own
  /// service.
  package enum Cause: Int, Hashable, Sendable, CaseIterable {
    case serviceTrouble
    case serverSilent
    case waitedTooLong
    case objectsDiffer
    case networkSilent
    case maybeKeys
    case sourceUnasked
    case destinationUnasked
    case nothingSelected
    case objectsMissing
    case listUnreadable
    case listTooLarge
    case noBlobService
    case urlsMistaken
    case listEmpty
    case lineTooLong
    case listNotPlain
    case destinationRights
    case accountExpired
    case destinationFull
    case accountFrozen
    case destinationKeys
    case destinationMissing
    case objectLost
    case pathTooLong
    case destinationTrouble
    case uploadsFailed
    case sourceKeys
    case sourceRights
    case sourceMissing
    case objectMissing
    case sourceTrouble
    case notEncrypted
    case sourceThrottles
    case archiveUnreadable
    case archiveNotRestored
    case notRestoredYet
    case listArchived
    case balanceTooLow
    case leftOut
    case restToMove
    case ownReasons
  }
}
