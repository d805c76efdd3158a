import FoundationEssentials
import GRDB
import Migration
import SystemPackage

/// Which address the object of a name is read from, for lists of any length: it lies in a file.
struct AddressBook: Sendable {
  private let queue: DatabaseQueue

  /// The addresses of a list, of which the first one counts where two have the same name.
  ///
  /// - Parameters:
  ///   - list: Names, and addresses in the place of reasons.
  ///   - file: Where to put the book, in the place of an earlier one.
  /// - Throws: When the list cannot be read, or there is no room.
  init(_ list: UnmovedFile, in file: FilePath) throws {
    if FileManager.default.fileExists(atPath: file.string) {
      try FileManager.default.removeItem(atPath: file.string)
    }
    // SQLite gives a file the mode that it has.
    try FileDescriptor.open(
      file, .readWrite, options: [.create, .closeOnExec], permissions: .ownerReadWrite
    ).close()
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // It is made anew by whoever needs it after a power cut.
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    queue = try DatabaseQueue(path: file.string, configuration: configuration)
    try queue.write { db in
      try db.execute(
        sql: "CREATE TABLE address (name TEXT PRIMARY KEY, url TEXT NOT NULL) WITHOUT ROWID")
      let statement = try db.makeStatement(sql: "INSERT OR IGNORE INTO address VALUES (?, ?)")
      try list.forEach { name, url in try statement.execute(arguments: [name, url]) }
    }
  }

  /// The address that the object `name` is read from, or `nil` when the list has none of that name.
  func address(of name: String) async throws -> String? {
    try await queue.read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT url FROM address WHERE name = ?"), arguments: [name])
    }
  }
}
