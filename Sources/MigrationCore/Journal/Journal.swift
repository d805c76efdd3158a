package import FoundationEssentials
package import Migration
import PrivateFiles
package import SystemPackage

/// The record of what was done to tasks: one JSON line before a call is sent, one after it.
///
/// An action without a second line is one whose end nobody saw. Several programs can share the file.
/// It is bounded: what is old goes, but for the definitions of tasks that were deleted.
package struct Journal: Sendable {
  let file: LineFile
  let bounds: Bounds
  let words: Words

  /// Puts what went wrong, or else a remark about what went well, into the words that are kept.
  package typealias Words = @Sendable (APIProblem?, ActionRemark?) -> String?

  /// How large a journal may become, in bytes.
  package struct Bounds: Sendable {
    /// How much of the latest lines is kept, whatever they say.
    package var recent: Int64
    /// How much is kept of older lines that tell what deleted tasks were.
    package var definitions: Int64

    /// Bounds of one's own.
    package init(recent: Int64, definitions: Int64) {
      self.recent = recent
      self.definitions = definitions
    }

    /// 8 MiB of the latest, which are some 20,000 actions, and the definitions of as many more.
    package static let standard = Bounds(recent: 8 << 20, definitions: 16 << 20)
  }

  /// The journal in `path`; file (0600) and directory (0700) are made when the first line is written.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bounds: How large it may become.
  ///   - words: What is kept of problems and remarks beside their codes; by default nothing.
  package init(
    path: FilePath, bounds: Bounds = .standard, words: @escaping Words = { _, _ in nil }
  ) {
    file = LineFile(path: path)
    self.words = words
    self.bounds = bounds
  }

  /// Adds a line and has it written to the disk.
  ///
  /// - Throws: `Errno` when the file cannot be written.
  package func append(_ record: JournalRecord) throws {
    let line = try RecordText.line(of: record)
    let size = try file.append(line)
    // A journal that is too long is no reason not to go on.
    if bounds.areCrossed(by: line.count, at: size) { try? compact() }
  }

  /// All records, oldest first; lines that cannot be read are left out.
  ///
  /// - Throws: `Errno` when there is a file that cannot be read.
  package func records() throws -> [JournalRecord] {
    try file.withLinesFromEnd { lines in
      var records: [JournalRecord] = []
      while let line = try lines.next() {
        RecordText.record(JournalRecord.self, of: line.bytes).map { records.append($0) }
      }
      return records.reversed()
    } ?? []
  }

  /// The latest actions, oldest first; no more of the file is read than it takes to find them.
  ///
  /// - Parameters:
  ///   - limit: The most actions, from 1.
  ///   - since: Only actions that began at this instant or later; `nil` means any.
  ///   - isWanted: Which actions.
  /// - Returns: The actions.
  /// - Throws: `Errno` when there is a file that cannot be read.
  package func latest(
    _ limit: Int, since: Date? = nil, where isWanted: (JournalledAction) -> Bool = { _ in true }
  ) throws -> [JournalledAction] {
    try file.withLinesFromEnd { lines in
      var pairing = JournalledAction.Pairing()
      var found: [JournalledAction] = []
      while found.count < limit, let line = try lines.next() {
        guard let record = RecordText.record(JournalRecord.self, of: line.bytes) else { continue }
        if record.isLongBefore(since) { break }
        guard let action = pairing.take(record), isWanted(action) else { continue }
        if since.map({ action.begin.at >= $0 }) ?? true { found.append(action) }
      }
      return found.reversed()
    } ?? []
  }

  /// Whether anything was ever done to a task or group, as far as the journal goes back.
  package func knows<Subject: JournalledSubject>(
    _ id: Subject.ID, _ type: Subject.Type, on profile: String
  ) -> Bool {
    // Most lines are about others, which their bytes tell sooner than their members.
    let name = Array(id.description.utf8)
    let isKnown = try? file.withLinesFromEnd { lines in
      while let line = try lines.next() {
        guard line.bytes.firstRange(of: name) != nil,
          let record = RecordText.record(JournalRecord.self, of: line.bytes)
        else { continue }
        if record.profile == profile, Subject.isNamed(id, in: record) { return true }
      }
      return false
    }
    return isKnown ?? false
  }
}

extension JournalRecord {
  // Clocks are set back now and then, but hardly by more than a day.
  fileprivate func isLongBefore(_ date: Date?) -> Bool {
    date.map { at < $0.addingTimeInterval(-86_400) } ?? false
  }
}

extension Journal {
  /// Writes the first line of an action.
  ///
  /// - Throws: ``APIProblem`` when it cannot be written; then nothing must be sent.
  static func begin(_ record: JournalRecord, in journal: Journal?) throws(APIProblem) {
    do {
      try journal?.append(record)
    } catch {
      throw .notJournalled("\(error)")
    }
  }
}
