import Migration

/// `smn_config` of a creation.
struct V2NotificationRequest: Encodable {
  let request: NotificationRequest

  private enum CodingKeys: String, CodingKey {
    case topic = "topic_urn"
    case conditions = "trigger_conditions"
    case language
    case template = "message_template_name"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(request.topicURN, forKey: .topic)
    let conditions =
      (request.onSuccess ? ["SUCCESS"] : []) + (request.onFailure ? ["FAILURE"] : [])
    try container.encode(conditions, forKey: .conditions)
    try container.encodeIfPresent(request.language, forKey: .language)
    try container.encodeIfPresent(request.template, forKey: .template)
  }
}

/// `smn_info` of an answer.
struct V2NotificationOutcome: Decodable {
  let outcome: NotificationOutcome

  private enum CodingKeys: String, CodingKey {
    case result = "notify_result"
    case error = "notify_error_message"
    case topic = "topic_name"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    outcome = NotificationOutcome(
      isDelivered: try container.decode(Bool.self, forKey: .result),
      errorCode: container.text(.error), topic: container.text(.topic))
  }
}
