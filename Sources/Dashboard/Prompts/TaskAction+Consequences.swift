import Migration

extension TaskAction {
  /// What happens and what of it cannot be undone, one sentence each.
  var consequences: [String] {
    switch self {
    case .stop:
      [
        "Objects already copied stay.",
        "Resuming needs the source and destination keys again.",
      ]
    case .delete: ["The task record is removed for good; copied objects stay."]
    case .stopThenDelete:
      [
        "A running task cannot be deleted. Plan: 1 stop it, 2 wait until it has stopped, 3 delete it.",
        "The task record is removed for good; copied objects stay.",
      ]
    case .start(failedOnly: false): ["It goes on with the objects that have not arrived."]
    case .start(failedOnly: true): ["It moves only the objects that failed."]
    case .limit: ["The new limits hold at once and replace all earlier ones."]
    }
  }
}
