package import FoundationEssentials
import Glibc
import Migration

/// One line of the journal.
///
/// The line before an action has no outcome; the line after it has.
package struct JournalRecord: Codable, Equatable, Sendable {
  /// When the line was written.
  package var at: Date
  /// What ties the two lines of one action together.
  package var entry: String
  /// `stop`, `delete`, `start`, `retry`, `bandwidth` or `create`.
  package var action: String
  /// The name of the profile.
  package var profile: String
  /// The task's id; `nil` for a creation that has not been answered.
  package var task: Int64?
  /// The group's id, when the action is one on a group.
  package var group: String?
  /// The synchronisation task's id, when the action is one on such a task.
  package var sync: String?
  /// The task's name.
  package var name: String?
  /// The state that was read just before.
  package var state: String?
  /// What the task was, so that a deleted one can be created again.
  package var definition: JournalledTask?
  /// How it ended: a word of ``ActionOutcome``.
  package var outcome: String?
  /// The service's code, when there was one.
  package var code: String?
  /// What went wrong, or a remark.
  package var message: String?
  /// Whether it may have been done although it did not end well.
  package var doubt: Bool?
  /// Whether a user was told of that when Ferry was opened again.
  package var told: Bool?
  /// The process that began it.
  package var process: Int32?

  /// The first line of an action.
  private init(action: String, profile: String, definition: JournalledTask?) {
    at = Date()
    entry = UUID().uuidString
    process = getpid()
    self.action = action
    self.profile = profile
    self.definition = definition
  }

  /// The first line of an action on a task or group.
  static func action(_ verb: String, on subject: some JournalledSubject, profile: String) -> Self {
    var record = JournalRecord(action: verb, profile: profile, definition: subject.definition)
    type(of: subject).name(subject.id, in: &record)
    record.name = subject.targetName
    record.state = subject.state.word
    return record
  }

  /// The first line of a creation.
  static func creation(of definition: JournalledTask, profile: String) -> Self {
    JournalRecord(action: "create", profile: profile, definition: definition)
  }

  /// The second line, which says how the action ended.
  func ended<ID>(_ result: TargetResult<ID>, in journal: Journal? = nil) -> JournalRecord {
    ended(result.outcome, problem: result.problem, remark: result.remark, in: journal)
  }

  /// The second line, for an action without a target.
  func ended(
    _ outcome: ActionOutcome, problem: APIProblem? = nil, remark: ActionRemark? = nil,
    in journal: Journal? = nil
  ) -> JournalRecord {
    var record = self
    record.at = Date()
    record.definition = nil
    record.outcome = outcome.rawValue
    record.code = problem?.code
    record.message = journal?.words(problem, remark)
    record.process = nil
    if let problem, problem.mayHaveHappened, problem.aftermath.isEmpty { record.doubt = true }
    return record
  }
}
