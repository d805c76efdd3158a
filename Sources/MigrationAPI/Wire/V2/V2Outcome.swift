/// What a task or group of v2 left behind.
struct V2Outcome: Decodable {
  let outcome: TaskOutcome

  private enum CodingKeys: String, CodingKey {
    case errorReason = "error_reason"
    case failedObjects = "failed_object_record"
    case notification = "smn_info"
    // Groups have the same members under the name of the request.
    case groupNotification = "smn_config"
    case succeededListError = "success_record_error_reason"
    case skippedListError = "skip_record_error_reason"
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    var outcome = TaskOutcome()
    outcome.failure = members.lenient(WireFailure.self, .errorReason)?.failure
    outcome.failedObjects = members.lenient(WireFailedObjects.self, .failedObjects)?.list
    let notification =
      members.lenient(V2NotificationOutcome.self, .notification)
      ?? members.lenient(V2NotificationOutcome.self, .groupNotification)
    outcome.notification = notification?.outcome
    outcome.succeededListError = members.words(.succeededListError)
    outcome.skippedListError = members.words(.skippedListError)
    self.outcome = outcome
  }
}
