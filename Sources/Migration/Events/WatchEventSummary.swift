import FoundationEssentials

/// An event as `--output json`, commands and webhooks get it: one object, whose members are those
/// of the task and three of the event.
package struct WatchEventSummary: Encodable, Sendable {
  private let event: WatchEvent
  private let problem: String?
  private let advice: String?

  /// The summary of `event`.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - problem: Why the service does not answer, in words; `nil` when it does.
  ///   - advice: What the failure of the task means and what to do; `nil` when nobody knows.
  package init(_ event: WatchEvent, problem: String? = nil, advice: String? = nil) {
    self.event = event
    self.problem = problem
    self.advice = advice
  }

  private enum CodingKeys: String, CodingKey {
    case event, at, profile, by, error
    case secondsOffline = "seconds_offline"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(event.word, forKey: .event)
    try container.encode(event.at, forKey: .at)
    try container.encode(event.profile, forKey: .profile)
    try container.encodeIfPresent(event.by, forKey: .by)
    switch event.kind {
    case .task(let happening, let task):
      let endedAt = happening.isEnd ? event.at : nil
      try TaskSummary(task, advice: advice, endedAt: endedAt).encode(to: encoder)
    case .offline(let cause):
      // The code is null rather than missing, so that scripts find the member.
      try container.encode(["code": cause.code, "message": problem], forKey: .error)
    case .online(let time):
      try container.encode(time.components.seconds, forKey: .secondsOffline)
    }
  }
}

extension TaskHappening {
  /// Whether a run is over with it.
  fileprivate var isEnd: Bool {
    switch self {
    case .finished, .failed, .stopped: true
    case .started, .gone, .stalled, .late: false
    }
  }
}
