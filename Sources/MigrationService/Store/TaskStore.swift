import FoundationEssentials
import GRDB
import Migration
import SystemPackage

/// The tasks on disk: SQLite with a write-ahead log, each write on disk before it returns.
///
/// Writes block until they are durable; call them from a thread that may wait. All times are stored
/// as milliseconds since 1970.
struct TaskStore: TaskKeeping {
  let pool: DatabasePool
  let vault: KeyVault

  /// Opens the store in `directory`, making or upgrading what is not there.
  ///
  /// - Parameter directory: A directory with mode 0700; the files in it get 0600.
  /// - Throws: Whatever is in the way: no room, no right, a database of a later version.
  init(directory: FilePath) throws {
    vault = try KeyVault(file: directory.appending("service.key"))
    let file = directory.appending("service.db")
    // SQLite gives its other files the mode of this one.
    try FileDescriptor.open(
      file, .readWrite, options: [.create, .closeOnExec], permissions: .ownerReadWrite
    ).close()
    let schema = TaskSchema.migrator(papers: TaskDirectories.parent(in: directory))
    try Self.refuseLater(file, schema)
    var configuration = Self.patient
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    pool = try DatabasePool(path: file.string, configuration: configuration)
    // The pool sets NORMAL on its writer, under which a power cut takes back what was answered; it
    // does so after it has prepared the connection, which it then keeps as long as it lives.
    try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    try schema.migrate(pool)
  }

  /// Who has just let go of a database, such as the service before this one, may take a moment more.
  private static let patient: Configuration = {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    return configuration
  }()

  /// Refuses a database of a later version, for reading alone: a pool writes into whatever it opens.
  private static func refuseLater(_ file: FilePath, _ schema: DatabaseMigrator) throws {
    var configuration = Self.patient
    configuration.readonly = true
    let queue = try DatabaseQueue(path: file.string, configuration: configuration)
    guard try !queue.read(schema.hasBeenSuperseded) else { throw StoreProblem.laterVersion }
  }

  /// Writes down what has become of tasks and groups, all or none of it.
  ///
  /// - Throws: When it could not be written; nothing has then changed.
  func commit(_ changes: [TaskChange], _ groups: [GroupChange]) throws {
    let sealed = try changes.map { change in
      switch change {
      case .add(let task, let keys), .requeue(let task, let keys):
        (change, try vault.seal(keys, for: task.id))
      case .update, .redefine, .end, .remove: (change, Data?.none)
      }
    }
    try pool.write { db in
      for change in groups { try Self.write(change, db) }
      for (change, keys) in sealed { try Self.write(change, keys: keys, db) }
    }
  }
}

/// Why a store cannot be used.
enum StoreProblem: Error, Equatable, CustomStringConvertible {
  /// A later version of this program has written the database.
  case laterVersion
  /// The key file is there but is not one.
  case keyFile(String)

  var description: String {
    switch self {
    case .laterVersion: "service.db was written by a later version of ferry; update ferry"
    case .keyFile(let path):
      "\(path) is not a key file; remove it to lose the keys of waiting tasks"
    }
  }
}
