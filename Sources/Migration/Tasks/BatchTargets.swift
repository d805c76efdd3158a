/// Which tasks one call changes together (v2).
public enum BatchTargets: Equatable, Hashable, Sendable {
  /// These.
  case tasks([TaskID])
  /// All tasks of a group.
  case group(TaskGroupID)
}
