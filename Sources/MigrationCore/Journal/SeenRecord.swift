package import FoundationEssentials
package import Migration

/// One line of what was seen to happen to tasks.
package struct SeenRecord: Codable, Equatable, Sendable {
  /// When it was seen; it happened then, or since the look before.
  package var at: Date
  /// What happened: a word of ``TaskHappening``.
  package var seen: String
  /// The name of the profile.
  package var profile: String
  /// The task's id.
  package var task: Int64
  /// The task's name.
  package var name: String
  /// When the run began that it happened in; `nil` when nobody says.
  package var run: Date?
  /// Who stopped it, when it was stopped.
  package var by: Doer?
  /// Why it failed, as a code, when it failed and the service says so.
  package var code: String?
  /// Why it failed, in the service's words.
  package var message: String?

  /// A line about `task`.
  init(
    _ happening: TaskHappening, _ task: MigrationTask, at: Date, on profile: String, by: Doer?
  ) {
    self.at = at
    seen = happening.rawValue
    self.profile = profile
    self.task = task.id.rawValue
    name = task.name
    run = task.startedAt
    self.by = by
    guard happening == .failed, let failure = task.outcome.failure else { return }
    code = failure.code
    message = failure.message
  }

  /// What happened; `nil` when a later version wrote a word that this one does not know.
  package var happening: TaskHappening? { TaskHappening(rawValue: seen) }

  /// Whether `other` tells of the same thing, seen by another program.
  func isSame(as other: SeenRecord) -> Bool {
    guard profile == other.profile, task == other.task, seen == other.seen else { return false }
    if let run, let theirs = other.run, happening != .stalled {
      return abs(run.timeIntervalSince(theirs)) < 1
    }
    // What has no run to tell it by, and what can come twice in one.
    return abs(at.timeIntervalSince(other.at)) < 60
  }
}
