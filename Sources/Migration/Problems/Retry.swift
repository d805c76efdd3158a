/// When the same may be asked for again, where there is nothing else to do about a problem.
package enum Retry: Equatable, Sendable {
  /// At once.
  case now
  /// Once this time has passed.
  case after(Duration)
  /// After a while of which nobody knows how long it is.
  case later
  /// On the next day.
  case tomorrow
  /// Once somebody has looked whether it has happened.
  case afterLook
}

extension Fact {
  /// When the same may be asked for again; `nil` when that alone does not help.
  ///
  /// It does not hold where what was asked for may have been done all the same.
  package var retry: Retry? {
    switch self {
    case .refused(let reason): reason.retry
    case .call(_, let fault): fault.retry
    case .identity(_, .trouble): .later
    case .restlessList: .now
    case .expired, .redirected, .identity, .untried, .action, .unreadableEntry, .unfit, .unsayable,
      .unwritable, .misconfigured, .tokenWithoutProject, .noGroups, .noSynchronisation,
      .noStorageQuestions,
      .notAnID, .announcements, .timeOutOfRange,
      .journalUnwritable:
      nil
    }
  }
}

extension ServiceReason {
  fileprivate var retry: Retry? {
    switch self {
    case .serverTrouble, .backendSilent, .noConnectionToOBS: .later
    case .taskNotSaved, .taskNotDeleted, .taskNotMade: .afterLook
    case .dailyLimit, .quotaUsedUp, .groupDailyLimit: .tomorrow
    default: nil
    }
  }
}

extension CallFault {
  fileprivate var retry: Retry? {
    switch self {
    case .silent, .late, .connectionLost: .now
    case .pausing(let left): .after(left)
    case .unreachable, .unasked, .insecure, .answerTooLarge, .notHTTP, .notAnAnswer, .noCount,
      .openSecret, .calledOff, .keyGuarded, .proxyUnreachable, .proxyWantsLogin, .proxyRefused,
      .authorities:
      nil
    }
  }
}
