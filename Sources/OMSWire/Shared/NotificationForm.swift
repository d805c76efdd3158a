import Migration

/// The members of a notification, of the wish for one and of what became of it.
package enum NotificationMember: String, WireMember {
  case language
  case topicURN = "topic_urn"
  case conditions = "trigger_conditions"
  case template = "message_template_name"
  case isDelivered = "notify_result"
  case errorCode = "notify_error_message"
  case topic = "topic_name"

  /// What v1 calls it.
  private var nameInV1: String {
    switch self {
    case .language, .template: rawValue
    case .topicURN: "topicUrn"
    case .conditions: "triggerConditions"
    case .isDelivered: "notifyResult"
    case .errorCode: "notifyErrorMessage"
    case .topic: "topicName"
    }
  }

  package static let names = MemberNames<NotificationMember> { $0.rawValue }
  private static let namesInV1 = MemberNames<NotificationMember> { $0.nameInV1 }

  /// The names in `dialect`, looked through.
  package static func names(in dialect: TaskDialect) -> MemberNames<NotificationMember> {
    dialect.isFirst ? namesInV1 : names
  }

  /// The words for ends that are told, in `dialect`.
  package static func conditions(in dialect: TaskDialect) -> (success: String, failure: String) {
    ("SUCCESS", dialect.isFirst ? "FAIL" : "FAILURE")
  }
}

extension WireReader {
  /// What became of a notification; `nil` when it does not say whether it was delivered.
  mutating func notificationOutcome(
    in dialect: TaskDialect
  ) throws(WireProblem) -> NotificationOutcome? {
    guard var members = try members(NotificationMember.names(in: dialect)) else { return nil }
    var isDelivered: Bool?
    var (errorCode, topic) = ("", "")
    while let member = try members.next(&self) {
      switch member {
      case .isDelivered: isDelivered = try bool()
      case .errorCode: errorCode = try text() ?? ""
      case .topic: topic = try text() ?? ""
      case .language, .topicURN, .conditions, .template: break
      }
    }
    return isDelivered.map {
      NotificationOutcome(isDelivered: $0, errorCode: errorCode, topic: topic)
    }
  }
}

extension WireWriter {
  /// Writes what became of a notification.
  mutating func write(_ outcome: NotificationOutcome, in dialect: TaskDialect) {
    object(NotificationMember.names(in: dialect)) { members in
      members.write(.isDelivered, outcome.isDelivered)
      members.write(.errorCode, outcome.errorCode)
      members.write(.topic, outcome.topic)
    }
  }

  /// Writes the wish for a notification.
  mutating func write(_ request: NotificationRequest, in dialect: TaskDialect) {
    let words = NotificationMember.conditions(in: dialect)
    object(NotificationMember.names(in: dialect)) { members in
      members.write(.topicURN, request.topicURN)
      members.write(
        .conditions,
        (request.onSuccess ? [words.success] : []) + (request.onFailure ? [words.failure] : []))
      members.write(.language, request.language)
      members.write(.template, request.template)
    }
  }
}
