import Migration

extension KeyedDecodingContainer<V2Keys> {
  /// What a task or group left behind.
  var outcome: TaskOutcome {
    var outcome = TaskOutcome()
    outcome.failure = lenient(WireFailure.self, .errorReason)?.failure
    outcome.failedObjects = lenient(WireFailedObjects.self, .failedObjects)?.list
    let notification =
      lenient(V2NotificationOutcome.self, .notification)
      ?? lenient(V2NotificationOutcome.self, .notificationWish)
    outcome.notification = notification?.outcome
    outcome.succeededListError = words(.succeededListError)
    outcome.skippedListError = words(.skippedListError)
    return outcome
  }
}
