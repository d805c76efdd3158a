extension NotificationOutcome {
  /// Why the message about a task's end was not delivered.
  package enum Trouble: Hashable, Sendable, CaseIterable {
    /// The notification service has trouble.
    case service
    /// The topic does not exist.
    case noTopic
    /// OMS may not use the topic.
    case notPermitted
    /// OMS had trouble of its own.
    case ownTrouble
    /// The network failed.
    case network
    /// The topic is in another region.
    case otherRegion
    /// The topic is missing, or not permitted.
    case noTopicOrNotPermitted
    /// No more is known.
    case unknown
  }

  /// Why the message was not delivered, or `nil` when it was.
  ///
  /// The migration itself is not touched by that, and nothing is to be repeated.
  package var trouble: Trouble? {
    guard !isDelivered else { return nil }
    let number = ServiceCode.number(ofServiceCode: errorCode) ?? Int(errorCode)
    return number.flatMap { Self.troubles[$0] } ?? .unknown
  }

  private static let troubles: [Int: Trouble] = [
    156: .service, 157: .noTopic, 158: .notPermitted, 159: .ownTrouble, 160: .ownTrouble,
    161: .network, 168: .otherRegion, 169: .noTopicOrNotPermitted,
  ]
}
