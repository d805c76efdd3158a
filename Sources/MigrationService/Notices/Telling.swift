import Migration

/// Which ends of a task are told, and to whom.
struct Telling: Equatable, Sendable, Codable {
  /// The topic, as the caller names it.
  var topicURN: String
  /// Whether a success is told.
  var onSuccess: Bool
  /// Whether a failure is told.
  var onFailure: Bool
  /// Whether the task is shown as v1 has it.
  var isInV1: Bool

  /// The topic's own name.
  var topic: String { topicURN.split(separator: ":").last.map(String.init) ?? topicURN }

  /// Whether this end is told.
  func wants(_ end: TaskState) -> Bool {
    end == .succeeded && onSuccess || end == .failed && onFailure
  }
}

/// What has become of the notice of an end.
enum NoticeStanding: Equatable, Sendable, Codable {
  /// It is to be posted, or was and nobody has noted that: the notice of this id.
  case owed(String)
  /// The webhook has taken it.
  case delivered
  /// The webhook has not taken it, or there is none; the code is OMS's.
  case undelivered(code: String)
}
