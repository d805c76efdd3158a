import Migration

/// `smnInfo` of a creation.
struct V1NotificationRequest: Encodable {
  let request: NotificationRequest

  private enum CodingKeys: String, CodingKey { case topicUrn, triggerConditions, language }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(request.topicURN, forKey: .topicUrn)
    let conditions = (request.onSuccess ? ["SUCCESS"] : []) + (request.onFailure ? ["FAIL"] : [])
    try container.encode(conditions, forKey: .triggerConditions)
    try container.encodeIfPresent(request.language, forKey: .language)
  }
}

/// `smnInfo` of an answer.
struct V1NotificationOutcome: Decodable {
  let outcome: NotificationOutcome

  private enum CodingKeys: String, CodingKey { case notifyResult, notifyErrorMessage, topicName }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    outcome = NotificationOutcome(
      isDelivered: try container.decode(Bool.self, forKey: .notifyResult),
      errorCode: container.text(.notifyErrorMessage), topic: container.text(.topicName))
  }
}
