import FoundationEssentials
import Migration
import PrivateFiles
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
  /// Writes down what is about to be done, does it, and writes down how it went.
  ///
  /// A failure to write the second line cannot undo the action, so it is not an error.
  ///
  /// - Parameters:
  ///   - record: What is about to be done.
  ///   - journal: Where it is written; `nil` only in tests.
  ///   - target: What it is done to.
  ///   - action: What is done.
  /// - Returns: The action's result, or why it failed; when the first line cannot be written,
  ///   nothing is done.
  static func keeping<ID>(
    _ record: JournalRecord, in journal: Journal?, on target: ActionTarget<ID>,
    _ action: () async throws(APIProblem) -> TargetResult<ID>
  ) async -> TargetResult<ID> {
    do {
      try begin(record, in: journal)
    } catch {
      return TargetResult(target, failing: error)
    }
    let result: TargetResult<ID>
    do {
      result = try await action()
    } catch {
      result = TargetResult(target, failing: error)
    }
    try? journal?.append(record.ended(result))
    return result
  }

  /// Writes the first line of an action.
  ///
  /// - Throws: ``APIProblem`` when it cannot be written; then nothing must be sent.
  static func begin(_ record: JournalRecord, in journal: Journal?) throws(APIProblem) {
    do {
      try journal?.append(record)
    } catch {
      throw APIProblem(
        kind: .invalid,
        sentence: "nothing was sent, because the journal cannot be written (\(error))")
    }
  }
}
