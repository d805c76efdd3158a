package import FoundationEssentials

/// One line of the journal.
///
/// The line before an action has no outcome; the line after it has.
package struct JournalRecord: Codable, Equatable, Sendable {
  /// When the line was written.
  package var at: Date
  /// What ties the two lines of one action together.
  package var entry: String
  /// `stop`, `delete`, `start` or `create`.
  package var action: String
  /// The name of the profile.
  package var profile: String
  /// The task's id; `nil` for a creation that has not been answered.
  package var task: Int64?
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

  /// A line.
  package init(
    at: Date, entry: String, action: String, profile: String, task: Int64? = nil,
    name: String? = nil, state: String? = nil, definition: JournalledTask? = nil
  ) {
    self.at = at
    self.entry = entry
    self.action = action
    self.profile = profile
    self.task = task
    self.name = name
    self.state = state
    self.definition = definition
  }
}

/// What it takes to create a task again, but for the keys, which are kept nowhere.
package struct JournalledTask: Codable, Equatable, Sendable {
  /// One side.
  package struct Side: Codable, Equatable, Sendable {
    /// The provider's word.
    package var provider: String
    /// The region or endpoint.
    package var region: String
    /// The bucket.
    package var bucket: String
    /// The keys, prefixes or folder.
    package var keys: [String]

    init(_ location: StorageLocation) {
      provider = location.provider
      region = location.region
      bucket = location.bucket
      keys = location.keys
    }
  }

  /// Where the objects come from.
  package var source: Side
  /// Where they go to.
  package var destination: Side
  /// How the objects are chosen, in OMS's word.
  package var kind: String
  /// The user's words.
  package var description: String
  /// Speed limits.
  package var bandwidth: [BandwidthWindow]
  /// Threads, when they are known.
  package var threads: Int?

  init(_ task: MigrationTask) {
    source = Side(task.source)
    destination = Side(task.destination)
    kind = task.kind.rawValue
    description = task.settings.description
    bandwidth = task.settings.bandwidth
    threads = task.settings.threads
  }

  init(_ task: NewTask) {
    source = Side(task.source)
    destination = Side(task.destination)
    kind = task.kind.rawValue
    description = task.settings.description
    bandwidth = task.settings.bandwidth
    threads = task.settings.threads
  }
}
