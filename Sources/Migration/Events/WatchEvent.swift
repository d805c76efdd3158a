package import FoundationEssentials

/// Something that is told while it happens: to a task, or to the way to the service.
package struct WatchEvent: Equatable, Sendable {
  /// What happens.
  package enum Kind: Equatable, Sendable {
    /// Something happened to a task, which is as it was seen, or as it last was.
    case task(TaskHappening, MigrationTask)
    /// The service does not answer any more, or has not yet.
    case offline(APIProblem)
    /// The service answers again, after so long.
    case online(after: Duration)
  }

  /// What happened.
  package var kind: Kind
  /// When it was seen; it happened then, or since the look before.
  package var at: Date
  /// The name of the profile.
  package var profile: String
  /// Who stopped the task; `nil` for every other event.
  package var by: Doer?

  /// An event.
  package init(_ kind: Kind, at: Date, profile: String) {
    self.kind = kind
    self.at = at
    self.profile = profile
  }

  /// The words of all events, as users type them.
  package static let words = TaskHappening.allCases.map(\.rawValue) + [offline, online]

  /// The word of this one.
  package var word: String {
    switch kind {
    case .task(let happening, _): happening.rawValue
    case .offline: Self.offline
    case .online: Self.online
    }
  }

  /// The task that it is about; `nil` when it is about the service.
  package var task: MigrationTask? { if case .task(_, let task) = kind { task } else { nil } }

  private static let offline = "offline"
  private static let online = "online"
}
