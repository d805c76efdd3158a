import Migration

extension ErrorCatalogue {
  /// Codes about task groups (v2), by number.
  static let groups: [Int: Meaning] = [
    1036: Meaning(.wrongState, .no, "the group's state does not allow that; look again"),
    1037: Meaning(
      .throttled, .hours, "the limit of tasks in groups for 24 hours is reached; try again tomorrow"
    ),
    1038: Meaning(
      .wrongState, .no, "the group can be stopped once its tasks have been made; wait for that"),
    1039: Meaning(.wrongState, .no, "only a stopped group can be resumed"),
    1040: Meaning(.wrongState, .no, "only a group that failed can be run again"),
    1041: Meaning(.invalid, .no, "a bucket of the group belongs to somebody else; check its owner"),
  ]
}
