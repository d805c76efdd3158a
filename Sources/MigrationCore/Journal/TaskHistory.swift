package import FoundationEssentials
package import Migration

/// What was done to tasks from here and what was seen to happen to them, in one order.
package struct TaskHistory: Sendable {
  /// One of them.
  package enum Entry: Equatable, Sendable {
    /// Something that was done.
    case action(JournalledAction)
    /// Something that was seen.
    case seen(SeenRecord)

    /// When it was begun or seen.
    package var at: Date {
      switch self {
      case .action(let action): action.begin.at
      case .seen(let record): record.at
      }
    }
  }

  private let journal: Journal
  private let seen: SeenLog

  /// The history that these two tell.
  package init(journal: Journal, seen: SeenLog) {
    self.journal = journal
    self.seen = seen
  }

  /// The latest entries, oldest first.
  ///
  /// - Parameters:
  ///   - limit: The most entries, from 1.
  ///   - since: Only entries of this instant or later; `nil` means any.
  ///   - task: Only entries about this task; `nil` means all.
  ///   - profile: Only entries of this profile, as others may have tasks with the same ids; `nil` means
  ///     any.
  /// - Returns: The entries.
  /// - Throws: `Errno` when there is a file that cannot be read.
  package func latest(
    _ limit: Int, since: Date? = nil, task: TaskID? = nil, on profile: String? = nil
  ) throws -> [Entry] {
    func isWanted(_ id: Int64?, _ place: String) -> Bool {
      (task == nil || id == task?.rawValue) && (profile == nil || place == profile)
    }
    let actions = try journal.latest(limit, since: since) {
      isWanted($0.task, $0.begin.profile)
    }
    let records = try seen.latest(limit, since: since) { isWanted($0.task, $0.profile) }
    var entries: [Entry] = []
    var rest = records[...]
    for action in actions {
      // What was done comes before what was seen of it in the same second.
      let earlier = rest.prefix { $0.at < action.begin.at }
      entries += earlier.map(Entry.seen) + [.action(action)]
      rest = rest.dropFirst(earlier.count)
    }
    entries += rest.map(Entry.seen)
    return entries.suffix(limit)
  }
}
