package import FoundationEssentials
package import Migration
import PrivateFiles
package import SystemPackage

/// The record of what was *seen* to happen to tasks, whoever did it: began, ended, failed, stopped.
///
/// It stands beside the ``Journal``, which has what was done from here. Several programs can share
/// it: what two of them saw is told once. The oldest lines go when it becomes too long.
package struct SeenLog: Sendable {
  private let file: LineFile
  private let journal: Journal
  private let limit: Int64

  /// How many of the latest lines are looked through for the same news.
  private static let latest = 200

  /// The record in `path`; file (0600) and directory (0700) are made when the first line is written.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - journal: The journal, which knows what was done from here.
  ///   - limit: How many bytes it may become long, about.
  package init(path: FilePath, journal: Journal, limit: Int64 = 4 << 20) {
    file = LineFile(path: path)
    self.journal = journal
    self.limit = limit
  }

  /// Something that was seen to happen to a task.
  package struct Sight: Equatable, Sendable {
    /// What happened.
    package var happening: TaskHappening
    /// The task as it was seen; the last look at it when it is gone.
    package var task: MigrationTask

    /// A sight.
    package init(_ happening: TaskHappening, _ task: MigrationTask) {
      self.happening = happening
      self.task = task
    }
  }

  /// Writes down what was seen to happen.
  ///
  /// - Parameters:
  ///   - sights: What was seen, in the order in which it happened.
  ///   - date: When it was seen.
  ///   - profile: The name of the profile.
  /// - Returns: The lines, without those that another program has written already.
  /// - Throws: `Errno` when the file cannot be read or written.
  @discardableResult
  package func note(
    _ sights: [Sight], at date: Date, on profile: String
  ) throws -> [SeenRecord] {
    var known = try latest(Self.latest + sights.count)
    var new: [SeenRecord] = []
    for sight in sights {
      let record = SeenRecord(
        sight.happening, sight.task, at: date, on: profile,
        by: sight.happening == .stopped ? doer(ofStop: sight.task, on: profile) : nil)
      guard !known.contains(where: record.isSame) else { continue }
      known.append(record)
      new.append(record)
    }
    guard !new.isEmpty else { return [] }
    let lines = try new.map(RecordText.line)
    if try file.append(lines.joined(separator: "\n".utf8)) > limit { try? shorten() }
    return new
  }

  /// The latest lines, oldest first; no more of the file is read than it takes to find them.
  ///
  /// - Parameters:
  ///   - limit: The most lines, from 1; `nil` means all.
  ///   - since: Only what was seen at this instant or later; `nil` means any.
  ///   - isWanted: Which lines.
  /// - Returns: The lines.
  /// - Throws: `Errno` when there is a file that cannot be read.
  package func latest(
    _ limit: Int? = nil, since: Date? = nil, where isWanted: (SeenRecord) -> Bool = { _ in true }
  ) throws -> [SeenRecord] {
    try file.withLinesFromEnd { lines in
      var found: [SeenRecord] = []
      while found.count < limit ?? .max, let line = try lines.next() {
        guard let record = RecordText.record(SeenRecord.self, of: line.bytes) else { continue }
        if let since, record.at < since { continue }
        if isWanted(record) { found.append(record) }
      }
      return found.reversed()
    } ?? []
  }

  /// When the run that each task was in last was seen to end, as far as it was.
  ///
  /// - Parameter profile: The name of the profile.
  /// - Returns: The lines about the ends, by task; none for a task that was started since.
  /// - Throws: `Errno` when there is a file that cannot be read.
  package func ends(on profile: String) throws -> [TaskID: SeenRecord] {
    var ends: [TaskID: SeenRecord] = [:]
    for record in try latest(where: { $0.profile == profile }) {
      let id = TaskID(rawValue: record.task)
      switch record.happening {
      case .finished, .failed, .stopped: ends[id] = record
      case .started: ends[id] = nil
      case .gone, .stalled, .late, .none: break
      }
    }
    return ends
  }

  /// Who stopped a task that was seen to be stopped.
  ///
  /// - Parameters:
  ///   - task: The task as it was seen.
  ///   - profile: The name of the profile.
  /// - Returns: You, when the journal has a stop of this run that was not refused.
  package func doer(ofStop task: MigrationTask, on profile: String) -> Doer {
    // Lines tell whole seconds.
    let start = task.startedAt?.addingTimeInterval(-1)
    let stops = try? journal.latest(1, since: start) { action in
      action.begin.action == "stop" && action.begin.profile == profile
        && MigrationTask.isNamed(task.id, in: action.begin)
        && action.end?.outcome != ActionOutcome.refused.rawValue
    }
    return stops?.isEmpty == false ? .you : .another
  }

  private func shorten() throws {
    try file.keep { lines in
      var kept: [Range<Int64>] = []
      var room = limit / 2
      while room > 0, let line = try lines.next() {
        room -= Int64(line.bytes.count) + 1
        kept.append(line.range)
      }
      return kept
    }
  }
}
