/// What a user should know before agreeing to an action; `Words` has the sentences.
package enum Consequence: Equatable, Sendable, CaseIterable {
  /// Objects that have arrived stay, and starting again needs the storage keys.
  case keysNeededAgain
  /// A deletion cannot be undone; objects that have arrived stay.
  case deletion
  /// Objects at the destination may be replaced.
  case replacement
  /// New speed limits hold at once and replace all earlier ones.
  case newLimits
  /// All tasks of the group stop; objects that have arrived stay.
  case tasksStop
  /// Changes at the source are no longer followed.
  case syncStops
  /// The group's tasks are deleted with it; objects that have arrived stay.
  case tasksDeleted
}
