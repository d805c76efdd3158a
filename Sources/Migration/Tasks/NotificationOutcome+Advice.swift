extension NotificationOutcome {
  /// Why the message was not delivered, in one line, or `nil` when it was.
  ///
  /// The migration itself is not touched by that, and nothing is to be repeated.
  package var advice: String? {
    guard !isDelivered else { return nil }
    let number = ServiceCode.number(ofServiceCode: errorCode) ?? Int(errorCode)
    let reason = number.flatMap { Self.reasons[$0] } ?? "no more is known"
    return "the migration is unaffected, but the notification was not delivered: \(reason)"
  }

  private static let reasons: [Int: String] = [
    156: "the notification service has trouble",
    157: "the topic does not exist",
    158: "OMS may not use the topic",
    159: "OMS had trouble when it notified",
    160: "OMS had trouble when it notified",
    161: "the network failed",
    168: "the topic is in another region",
    169: "the topic is missing, or not permitted",
  ]
}
