import FoundationEssentials
package import SystemPackage

/// The record of what was done to tasks: one JSON line before an action is sent, one after it.
///
/// Lines are appended whole, so that several programs can share the file; a line that has no second
/// one tells of an action whose end nobody saw.
package struct Journal: Sendable {
  private let path: FilePath

  /// The journal in `path`; file (0600) and directory (0700) are made when the first line is written.
  package init(path: FilePath) {
    self.path = path
  }

  /// Adds a line and has it written to the disk.
  ///
  /// - Throws: `Errno` when the file cannot be written.
  package func append(_ record: JournalRecord) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let line = try encoder.encode(record) + Data("\n".utf8)
    try PrivateFiles.makeDirectory(path.removingLastComponent())
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .append, .closeOnExec], permissions: .ownerReadWrite)
    try file.closeAfter {
      _ = try file.writeAll(line)
      try PrivateFiles.synchronize(file)
    }
  }

  /// All records, oldest first; lines that cannot be read, such as one cut short by a full disk, are
  /// left out.
  ///
  /// - Throws: `Errno` when there is a file that cannot be read.
  package func records() throws -> [JournalRecord] {
    guard let data = try PrivateFiles.contents(of: path) else { return [] }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      try? decoder.decode(JournalRecord.self, from: Data(line))
    }
  }
}

extension Journal {
  /// An action that has begun; ``end(_:)`` writes how it went.
  package struct Entry: Sendable {
    let journal: Journal?
    let record: JournalRecord

    /// Writes the second line.
    ///
    /// A failure to do so cannot undo the action, so it is not an error.
    package func end(_ result: ActionResult) {
      var record = record
      record.at = Date()
      record.definition = nil
      // A creation learns only now which task it is about.
      if record.task == nil, result.outcome == .done {
        record.task = result.id.rawValue
        record.name = result.name
      }
      record.outcome = result.outcome.rawValue
      record.code = result.problem?.code
      record.message = result.problem?.sentence ?? result.remark
      try? journal?.append(record)
    }
  }

  /// Writes down what is about to be done to `task`.
  ///
  /// - Throws: `Errno` when it cannot be written; then nothing must be sent.
  static func begin(
    _ journal: Journal?, _ action: TaskAction, task: MigrationTask, profile: String
  ) throws -> Entry {
    let record = JournalRecord(
      at: Date(), entry: UUID().uuidString, action: action.verb, profile: profile,
      task: task.id.rawValue, name: task.name, state: task.state.word,
      definition: JournalledTask(task))
    try journal?.append(record)
    return Entry(journal: journal, record: record)
  }

  /// Writes down that a task is about to be created.
  ///
  /// - Throws: `Errno` when it cannot be written; then nothing must be sent.
  package func beginCreation(of task: NewTask, profile: String) throws -> Entry {
    let record = JournalRecord(
      at: Date(), entry: UUID().uuidString, action: "create", profile: profile,
      definition: JournalledTask(task))
    try append(record)
    return Entry(journal: self, record: record)
  }
}
