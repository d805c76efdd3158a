import Crypto
import Foundation
import GRDB
import OMSClient
import SystemPackage
import Testing

@testable import Migration

@testable import MigrationService

/// The real service on databases of other versions.
struct VersionTests {
  @Test(arguments: ["WAL", "DELETE"])
  func `a database of a later version is refused in one line, and not a byte of it changes`(
    journal: String
  ) async throws {
    try await FerryHome.with { home in
      _ = try home.write(3, files: 10, below: "from")
      let service = ServiceProcess(of: home)
      try await service.begin()
      let id = try await service.client.create(home.task("from", "to")).id
      _ = try await service.wait("an end", of: id) { $0.state.isFinished }
      try await service.end(SIGTERM)

      let state = home.directory.appending("state/ferry")
      let queue = try LeftDatabase.open(state.appending("service.db").string)
      try await queue.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            INSERT INTO grdb_migrations VALUES ('of tomorrow');
            CREATE TABLE tomorrow (a TEXT); PRAGMA journal_mode = \(journal);
            """)
      }
      try queue.close()
      let before = try FileTree.prints(below: state)
      let outcome = try await home.ferry("serve")
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("later version"), "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      let after = try FileTree.prints(below: state)
      for (name, print) in before { #expect(after[name] == print, "\(FileTree.shown([name]))") }
      // Whoever reads a database with such a log makes these, and puts nothing into it.
      let log = after[Array("service.db-wal".utf8)]
      #expect(log == nil || log == SHA256.hash(data: Data()))
    }
  }

  @Test(arguments: TaskSchema.migrator(papers: "/").migrations)
  func `a database of each earlier version goes on with every task that is in it`(
    version: String
  ) async throws {
    try await FerryHome.with { home in
      let prints = try home.write(6, files: 100, below: "from")
      let state = home.directory.appending("state/ferry")
      try FileManager.default.createDirectory(
        atPath: state.string, withIntermediateDirectories: true)
      try await Self.makeEarlier(home, in: state, version)
      let service = ServiceProcess(of: home)
      try await service.begin()

      for id in [TaskID(rawValue: 101), TaskID(rawValue: 102)] {
        let end = try await service.wait("an end", of: id) { $0.state.isFinished }
        #expect(end.state == .succeeded, "\(String(describing: end.outcome.failure))")
        #expect(try FileTree.prints(below: home.directory.appending("to\(id)")) == prints)
      }
      let stopped = TaskID(rawValue: 103)
      let kept = try await service.client.show(stopped)
      #expect(kept.state == .stopped)
      #expect(kept.objects == ObjectCounts(total: 6, succeeded: 5, failed: 1))
      #expect(kept.settings.description == "words")
      #expect(try await service.unmoved(of: stopped).map(\.name) == ["d0/object 0"])
      try await service.client.start(stopped, keys: TransferKeys(), failedOnly: true)
      let end = try await service.wait("an end", of: stopped) { $0.state.isFinished }
      #expect(end.objects.failed == 0)
      #expect(
        try FileTree.prints(below: home.directory.appending("to103")).keys.map { $0 }
          == [Array("d0/object 0".utf8)])
      // The number of what was deleted is given to nothing else.
      #expect(try await service.client.create(home.task("from", "new")).id.rawValue > 200)
    }
  }

  /// Writes a database as the version wrote it that knew the steps up to `version`: a task that waits,
  /// one that runs, one that was stopped, and one that was deleted.
  private static func makeEarlier(
    _ home: FerryHome, in state: FilePath, _ version: String
  ) async throws {
    let vault = try KeyVault(file: state.appending("service.key"))
    let queue = try DatabaseQueue(path: state.appending("service.db").string)
    let schema = TaskSchema.migrator(papers: TaskDirectories.parent(in: state))
    try schema.migrate(queue, upTo: "tasks")
    try await queue.write { db in
      for (id, state, run) in [(101, 1, 0), (102, 2, 1), (103, 3, 1)] {
        let keys: Data? =
          state == 3 ? nil : try vault.seal(TransferKeys(), for: TaskID(rawValue: Int64(id)))
        try db.execute(
          sql: """
            INSERT INTO task VALUES (?, 'torture', ?, ?, 'object', 'Local', '', ?, '[]', 'Local', '',
              ?, NULL, 0, 'words', '[]', NULL, ?, 1, ?, NULL, NULL, 0, NULL, 6, 5, 1, 0, 600, 600,
              500, 1, NULL, NULL, ?, ?);
            """,
          arguments: [
            id, "n\(id)", state, home.path("from"), home.path("to\(id)"),
            try JSONText.text(of: ShownSettings()), run, state == 3 ? 1 : 0, keys,
          ])
      }
      try db.execute(sql: "INSERT INTO failed_object VALUES (103, 0, 'd0/object 0')")
      try db.execute(sql: "INSERT INTO deletion VALUES (200, 'torture', 'gone', 1)")
    }
    try schema.migrate(queue, upTo: version)
    try queue.close()
  }
}
