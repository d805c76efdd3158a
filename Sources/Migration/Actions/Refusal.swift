/// Why an action is not possible now.
public struct Refusal: Equatable, Sendable {
  /// The code that OMS would answer with, such as `OMS.0063`.
  public var code: String
  /// What is in the way.
  public var reason: Reason

  /// What is in the way of an action.
  public enum Reason: Equatable, Sendable {
    /// Its state has a number that no document knows.
    case unknownState(Int)
    /// It is stopping already.
    case stopping
    /// It is stopped already.
    case stopped
    /// It has succeeded, so there is nothing to stop.
    case succeeded
    /// It has failed, so there is nothing to stop.
    case failed
    /// It does not run, so it cannot be stopped.
    case notRunning(TaskState)
    /// It runs, so it cannot be deleted.
    case running
    /// It has not stopped yet, so it cannot be deleted.
    case stillStopping
    /// It has succeeded, so it cannot be started.
    case succeededForGood
    /// It is neither stopped nor failed, so it cannot be started.
    case notStartable(TaskState)
    /// It has succeeded, so its limits are fixed.
    case limitsFixed
    /// The group is not stopped, so it cannot be started.
    case groupNotStopped(TaskGroupState)
    /// The group has not failed, so it cannot be run again.
    case groupNotFailed(TaskGroupState)
    /// The group waits, so it cannot be stopped yet.
    case groupWaiting
    /// The group does not run, so there is nothing to stop.
    case groupNothingToStop(TaskGroupState)
    /// Its state has a word that no document knows.
    case unknownSyncState(String)
    /// The synchronisation task follows its source, so it cannot be started.
    case syncNotStopped
    /// The group runs, so it cannot be deleted.
    case groupRunning(TaskGroupState)
  }
}
