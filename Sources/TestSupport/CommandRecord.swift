import FoundationEssentials
import SystemPackage

/// The record of the commands that tests have run, for whoever looks for what no test has run.
///
/// It is kept in the file that `FERRY_TEST_RECORD` names, a JSON object a line; without that variable
/// nothing is kept.
package struct CommandRecord: Encodable {
  private let words: [String]
  private let service: String
  private let status: Int32?

  private init(words: [String], service: String, status: Int32?) {
    self.words = words
    self.service = service
    self.status = status
  }

  /// Notes a command.
  ///
  /// - Parameters:
  ///   - words: What was typed behind the program's name.
  ///   - isCloud: Whether the service was one of v2, and not the local one.
  ///   - status: The exit status; `nil` when it was not waited for.
  /// - Throws: What keeps the record from being written.
  package static func note(_ words: [String], isCloud: Bool, status: Int32? = nil) throws {
    guard let path = ProcessInfo.processInfo.environment["FERRY_TEST_RECORD"] else { return }
    let record = CommandRecord(words: words, service: isCloud ? "v2" : "local", status: status)
    let line = Array(try JSONEncoder().encode(record)) + [UInt8(ascii: "\n")]
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
    // One write, so that lines of tests that run at once do not mix.
    _ = try file.closeAfter { try file.writeAll(line) }
  }
}
