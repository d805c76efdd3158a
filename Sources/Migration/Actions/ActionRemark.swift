/// What there is to say about a result that is no problem.
package enum ActionRemark: Equatable, Sendable {
  /// It had stopped before anything was sent.
  case stoppedAlready
  /// Somebody else is stopping it.
  case stoppingAlready
  /// Somebody else is deleting it.
  case leavingAlready
  /// What was to be deleted is not there.
  case goneAlready
  /// It has the speed limits that were asked for.
  case limitedAlready
  /// It came to another end, in the state with this word, before it could stop.
  case ended(String)
  /// What was to be stopped is not there any more.
  case gone
  /// Nobody answered, but what was asked for is so: it is in the state with this word.
  case foundAfterLoss(String)
  /// Nobody answered, but what was to be deleted is gone.
  case goneAfterLoss
  /// Nobody answered, but the new limits are there.
  case limitedAfterLoss
  /// The answer to a creation was lost, and the one new task of the list is like what was asked for.
  case foundInList
  /// What a dry run would have done, where the target is in the state with this word.
  case would([ActionStep], state: String?)
}
