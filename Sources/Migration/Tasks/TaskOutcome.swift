/// What a task left behind besides objects: why it failed, what was recorded, who was told.
package struct TaskOutcome: Equatable, Sendable {
  /// Why it failed, or `nil`.
  package var failure: TaskFailure?
  /// The list of failed objects, when one was recorded.
  package var failedObjects: FailedObjectList?
  /// What became of the notification, once the task has ended and one was wanted.
  package var notification: NotificationOutcome?
  /// Why the list of succeeded objects could not be written, as a code; `nil` when it could (v2).
  package var succeededListError: String?
  /// Why the list of skipped objects could not be written, as a code; `nil` when it could (v2).
  package var skippedListError: String?

  /// An outcome of which nothing is known.
  package init() {}
}

/// Why a task failed.
package struct TaskFailure: Equatable, Sendable {
  /// A code such as `TRF.0058`.
  package var code: String
  /// The service's words.
  package var message: String
  /// The version of the API that told of it.
  package var toldBy: APIGeneration

  /// A failure with the service's own code and words.
  package init(code: String, message: String, toldBy: APIGeneration = .v2) {
    self.code = code
    self.message = message
    self.toldBy = toldBy
  }
}

/// The list of failed objects that a service wrote to the destination bucket.
package struct FailedObjectList: Equatable, Sendable {
  /// Whether the failed objects can be run again on their own.
  package var canRetry: Bool
  /// The key of the list in the destination bucket; may be empty.
  package var key: String
  /// Why they cannot be run again, as a code; `nil` when they can.
  package var errorCode: String?

  /// A list as the service describes it.
  package init(canRetry: Bool, key: String, errorCode: String? = nil) {
    self.canRetry = canRetry
    self.key = key
    self.errorCode = errorCode
  }
}

/// What became of the message about a task's end.
package struct NotificationOutcome: Equatable, Sendable {
  /// Whether it was delivered.
  package var isDelivered: Bool
  /// The code of what went wrong; empty when it was delivered.
  package var errorCode: String
  /// The topic it went to.
  package var topic: String

  /// An outcome as the service describes it.
  package init(isDelivered: Bool, errorCode: String, topic: String) {
    self.isDelivered = isDelivered
    self.errorCode = errorCode
    self.topic = topic
  }
}
