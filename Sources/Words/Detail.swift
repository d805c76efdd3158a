package import Migration

/// A value of several parts, as it is printed beside its label or in a table.
package enum Detail: Sendable {
  /// So much of so much.
  case part(String, of: String)
  /// The source is not known to its end yet.
  case stillListed
  /// Objects that arrived, and those that were there already.
  case arrived(Int64, skipped: Int64)
  /// Objects that failed, and all there are.
  case failed(Int64, of: Int64)
  /// Tasks of a group that have been made.
  case made(Int64, of: Int64)
  /// Tasks of a group that are not over.
  case atWork(waiting: Int64, running: Int64, stopped: Int64)
  /// Tasks of a group that are over.
  case over(failed: Int64, succeeded: Int64)
  /// What a synchronisation task was asked for in a month, and the bytes that it moved.
  case requests(Int64, bytes: String)
  /// Objects that it moved, and those that were there already.
  case objectsArrived(Int64, skipped: Int64)
  /// Objects that failed.
  case objectsFailed(Int64)
  case yes, no
  /// So many list files.
  case files(String)
  /// That a start of the failed objects works.
  case canRetry
  /// That the failed objects are in no list.
  case noList
  /// A message arrived.
  case delivered
  /// A message did not arrive, for this reason.
  case notDelivered(String)
  /// The ends that are told.
  case onSuccess, onFailure
  /// How long the objects take at the speed limits.
  case atLimits(String)
  /// That nobody knows how long they take.
  case notAlwaysLimited
  /// How many objects a source has, and who has counted them.
  case counted(Int64, bytes: String, by: String)
  /// That an outcome is not known.
  case notKnown
  /// Something was seen to be done by somebody.
  case by(Doer)
  /// What a result is in a run that changes nothing.
  case dryRun
  /// A profile that changes nothing, or asks for its name.
  case readOnly, protected
  /// That the project of the region is used.
  case byRegion
  /// The sides that a provider may be on.
  case sourceSide, destinationSide
}
