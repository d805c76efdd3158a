/// What a task left behind besides objects: why it failed, what was recorded, who was told.
public struct TaskOutcome: Hashable, Sendable {
  /// Why it failed, or `nil`.
  public var failure: TaskFailure?
  /// The list of failed objects, when one was recorded.
  public var failedObjects: FailedObjectList?
  /// What became of the notification, once the task has ended and one was wanted.
  public var notification: NotificationOutcome?
  /// Why the list of succeeded objects could not be written, as a code; `nil` when it could (v2).
  public var succeededListError: String?
  /// Why the list of skipped objects could not be written, as a code; `nil` when it could (v2).
  public var skippedListError: String?

  /// An outcome of which nothing is known.
  public init() {}
}

/// Why a task failed.
public struct TaskFailure: Hashable, Sendable, Codable {
  /// A code such as `TRF.0058`.
  public var code: String
  /// The service's words.
  public var message: String
  /// The version of the API that told of it.
  public var toldBy: APIGeneration

  /// A failure with the service's own code and words.
  public init(code: String, message: String, toldBy: APIGeneration = .v2) {
    self.code = code
    self.message = message
    self.toldBy = toldBy
  }
}

/// The list of failed objects that a service wrote to the destination bucket.
public struct FailedObjectList: Hashable, Sendable {
  /// Whether the failed objects can be run again on their own.
  public var canRetry: Bool
  /// The key of the list in the destination bucket; may be empty.
  public var key: String
  /// Why they cannot be run again, as a code; `nil` when they can.
  public var errorCode: String?

  /// A list as the service describes it.
  public init(canRetry: Bool, key: String, errorCode: String? = nil) {
    self.canRetry = canRetry
    self.key = key
    self.errorCode = errorCode
  }
}

/// What became of the message about a task's end.
public struct NotificationOutcome: Hashable, Sendable {
  /// Whether it was delivered.
  public var isDelivered: Bool
  /// The code of what went wrong; empty when it was delivered.
  public var errorCode: String
  /// The topic it went to.
  public var topic: String

  /// An outcome as the service describes it.
  public init(isDelivered: Bool, errorCode: String, topic: String) {
    self.isDelivered = isDelivered
    self.errorCode = errorCode
    self.topic = topic
  }
}
